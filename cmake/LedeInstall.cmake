# SPDX-License-Identifier: MIT
# What `cmake --install` puts where. Components: lede_library (what a program
# needs to run), lede_development (to build with it), lede_program, lede_notices.

include(CMakePackageConfigHelpers)

install(TARGETS lede_shared EXPORT lede_shared_export
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    COMPONENT lede_library NAMELINK_COMPONENT lede_development
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT lede_library
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS lede_static EXPORT lede_static_export
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT lede_development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS lede_cli
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT lede_program)
install(DIRECTORY include/lede DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT lede_development FILES_MATCHING PATTERN "*.h")

# ---- Documentation -----------------------------------------------------------

# Debian has pages compressed, licences in a file of its own (LedePackage.cmake).
if(TARGET lede_manual AND NOT LEDE_DEBIAN)
  install(FILES "${PROJECT_BINARY_DIR}/generated/man/lede.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT lede_program)
  install(FILES "${PROJECT_BINARY_DIR}/generated/man/lede.3"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man3" COMPONENT lede_development)
endif()
if(NOT LEDE_DEBIAN)
  install(FILES LICENSE THIRD_PARTY.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT lede_notices)
  install(DIRECTORY LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT lede_notices)
  install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR}
    COMPONENT lede_development)
endif()

# install_completions(SHELL FOLDER NAME)
function(install_completions shell folder name)
  install(FILES "${PROJECT_BINARY_DIR}/generated/completions/lede.${shell}"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" RENAME ${name}
    COMPONENT lede_program)
endfunction()
# Debian has another place for functions of zsh that come in packages.
set(zsh_functions zsh/site-functions)
if(LEDE_DEBIAN)
  set(zsh_functions zsh/vendor-completions)
endif()
if(TARGET lede_completions)
  install_completions(bash bash-completion/completions lede)
  install_completions(zsh ${zsh_functions} _lede)
  install_completions(fish fish/vendor_completions.d lede.fish)
endif()

# ---- The CMake package -------------------------------------------------------

# lede::lede (shared) and lede::lede_static. Two export sets, because only the
# static library needs its dependencies at the user's place.
set(lede_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/lede")
install(EXPORT lede_shared_export FILE ledeTargets.cmake NAMESPACE lede::
  DESTINATION ${lede_package_dir} COMPONENT lede_development)
install(EXPORT lede_static_export FILE ledeStaticTargets.cmake NAMESPACE lede::
  DESTINATION ${lede_package_dir} COMPONENT lede_development)
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/ledeConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/ledeConfig.cmake"
  INSTALL_DESTINATION ${lede_package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ledeConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/ledeConfig.cmake"
  "${PROJECT_BINARY_DIR}/ledeConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/FindStemmer.cmake"
  DESTINATION ${lede_package_dir} COMPONENT lede_development)

# ---- lede.pc -----------------------------------------------------------------

# It finds its prefix from its own place, so that the tree can be moved.
file(RELATIVE_PATH LEDE_PC_TO_PREFIX
  "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
string(REGEX REPLACE "/$" "" LEDE_PC_TO_PREFIX "${LEDE_PC_TO_PREFIX}")
foreach(dir IN ITEMS LIBDIR INCLUDEDIR)
  if(IS_ABSOLUTE "${CMAKE_INSTALL_${dir}}")
    set(LEDE_PC_${dir} "${CMAKE_INSTALL_${dir}}")
  else()
    set(LEDE_PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
  endif()
endforeach()
configure_file("${PROJECT_SOURCE_DIR}/cmake/lede.pc.in" "${PROJECT_BINARY_DIR}/lede.pc"
  @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/lede.pc"
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT lede_development)

# ---- Taking it back ----------------------------------------------------------

if(LEDE_TOP_LEVEL)
  add_custom_target(uninstall
    COMMAND "${CMAKE_COMMAND}" -D "MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt"
            -P "${PROJECT_SOURCE_DIR}/cmake/LedeUninstall.cmake"
    COMMENT "Removing what was installed"
    VERBATIM)
endif()
