# SPDX-License-Identifier: MIT
# Packages, made by cpack; scripts/package shows how. With LEDE_DEBIAN the tree
# is laid out for Debian and becomes three .deb, else one .tar.gz.

set(CPACK_PACKAGE_VENDOR "the lede authors")
set(CPACK_PACKAGE_CONTACT "${LEDE_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "find the sentences of articles and summarize them")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_FILE_NAME
  "lede-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_GENERATOR TGZ)
set(CPACK_POST_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/LedeFinish.cmake")

if(LEDE_DEBIAN)
  include(LedeDebian)
endif()
include(CPack)
