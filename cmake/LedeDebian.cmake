# SPDX-License-Identifier: MIT
# The .deb packages: lede (the program), the library under a name that follows
# its soname, and liblede-dev.

set(library_package "liblede${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL lede_program lede_library lede_development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# No CPACK_DEBIAN_PACKAGE_RELEASE: the packaging belongs to the sources.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)

set(CPACK_DEBIAN_LEDE_PROGRAM_PACKAGE_NAME lede)
set(CPACK_DEBIAN_LEDE_PROGRAM_PACKAGE_SECTION text)
set(CPACK_COMPONENT_LEDE_PROGRAM_DESCRIPTION
"find the sentences of articles and summarize them
lede reads an article and prints its key sentences, word for word, with the
place of each in the source. Headings, ad labels and date stamps of scraped
pages are set aside and told, never lost in silence. It works offline and
gives the same output on every machine.")

set(CPACK_DEBIAN_LEDE_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LEDE_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LEDE_LIBRARY_PACKAGE_CONTROL_EXTRA
  "${PROJECT_SOURCE_DIR}/cmake/debian/triggers")
set(CPACK_COMPONENT_LEDE_LIBRARY_DESCRIPTION
"sentence segmentation and extractive summaries - shared library
liblede splits articles into words and sentences, sets aside what does not
belong to them, and chooses their key sentences. It never prints, exits,
reads files or touches the locale.

This package holds what programs need to run.")

set(CPACK_DEBIAN_LEDE_DEVELOPMENT_PACKAGE_NAME liblede-dev)
set(CPACK_DEBIAN_LEDE_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_LEDE_DEVELOPMENT_DEPENDS lede_library)
# For the static library, and for what lede.pc requires.
set(CPACK_DEBIAN_LEDE_DEVELOPMENT_PACKAGE_DEPENDS
  "libutf8proc-dev, libmd4c-dev, libyaml-dev, libstemmer-dev")
set(CPACK_DEBIAN_LEDE_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_COMPONENT_LEDE_DEVELOPMENT_DESCRIPTION
"sentence segmentation and extractive summaries - development files
liblede splits articles into words and sentences, sets aside what does not
belong to them, and chooses their key sentences. It never prints, exits,
reads files or touches the locale.

This package holds headers, the static library, a manual page, examples, and
what pkg-config and CMake need.")

# ---- Files that only Debian has ----------------------------------------------

# The text of a licence as a field goes on: a space before, a dot for nothing.
function(read_licence variable file)
  file(READ "${file}" text)
  string(REGEX REPLACE "\n$" "" text "${text}")
  string(REPLACE "\n" "\n " text " ${text}")
  string(REGEX REPLACE "\n (\n|$)" "\n .\\1" text "${text}")
  string(REGEX REPLACE "\n (\n|$)" "\n .\\1" text "${text}")
  set(${variable} "${text}\n" PARENT_SCOPE)
endfunction()

set(debian_dir "${PROJECT_BINARY_DIR}/debian")
read_licence(LEDE_LICENCE_EXPAT "${PROJECT_SOURCE_DIR}/LICENSE")
read_licence(LEDE_LICENCE_UNICODE "${PROJECT_SOURCE_DIR}/LICENSES/Unicode-DFS-2016.txt")
read_licence(LEDE_LICENCE_CMUDICT "${PROJECT_SOURCE_DIR}/LICENSES/CMUdict.txt")
read_licence(LEDE_LICENCE_WHATWG "${PROJECT_SOURCE_DIR}/LICENSES/WHATWG.txt")
configure_file("${PROJECT_SOURCE_DIR}/cmake/debian/copyright.in" "${debian_dir}/copyright"
  @ONLY)
configure_file("${PROJECT_SOURCE_DIR}/cmake/debian/changelog.in"
  "${debian_dir}/changelog" @ONLY)

file(STRINGS "${debian_dir}/changelog" newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^lede \\(${PROJECT_VERSION}\\) ")
  message(FATAL_ERROR "cmake/debian/changelog.in does not begin with ${PROJECT_VERSION}")
endif()

# compress(SOURCE NAME): debian/NAME, the same bytes each time
function(compress source name)
  add_custom_command(
    OUTPUT "${debian_dir}/${name}"
    COMMAND sh -c "gzip -9n <\"$1\" >\"$2\"" sh "${source}" "${debian_dir}/${name}"
    DEPENDS "${source}"
    VERBATIM)
endfunction()
compress("${debian_dir}/changelog" changelog.gz)
compress("${PROJECT_BINARY_DIR}/generated/man/lede.1" lede.1.gz)
compress("${PROJECT_BINARY_DIR}/generated/man/lede.3" lede.3.gz)
add_custom_target(lede_debian ALL DEPENDS
  "${debian_dir}/changelog.gz"
  "${debian_dir}/lede.1.gz"
  "${debian_dir}/lede.3.gz")
add_dependencies(lede_debian lede_manual)

foreach(pair IN ITEMS program:lede library:${library_package} development:liblede-dev)
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 component)
  list(GET pair 1 package)
  install(FILES
    "${debian_dir}/copyright"
    "${debian_dir}/changelog.gz"
      DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}" COMPONENT lede_${component})
endforeach()
install(FILES "${debian_dir}/lede.1.gz"
  DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT lede_program)
install(FILES "${debian_dir}/lede.3.gz"
  DESTINATION "${CMAKE_INSTALL_MANDIR}/man3" COMPONENT lede_development)
install(DIRECTORY examples DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/liblede-dev"
  COMPONENT lede_development)
