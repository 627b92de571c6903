# SPDX-License-Identifier: MIT
# cmake -D MANIFEST=install_manifest.txt -P LedeUninstall.cmake
# Removes what `cmake --install` wrote (below DESTDIR, if that is set), and the
# folders that only lede uses once they are empty. What is gone is no error.

if(NOT EXISTS "${MANIFEST}")
  message(FATAL_ERROR "Nothing was installed from here: there is no ${MANIFEST}")
endif()

# No folder above one of ours, not even an empty one: others may rely on it.
function(remove_empty folder)
  while(folder MATCHES "/lede(/examples|/LICENSES)?$" AND IS_DIRECTORY "${folder}")
    file(GLOB rest LIST_DIRECTORIES true "${folder}/*" "${folder}/.*")
    if(rest)
      return()
    endif()
    file(REMOVE_RECURSE "${folder}")
    get_filename_component(folder "${folder}" DIRECTORY)
  endwhile()
endfunction()

file(STRINGS "${MANIFEST}" files ENCODING UTF-8)
foreach(file IN LISTS files)
  set(file "$ENV{DESTDIR}${file}")
  message(STATUS "Removing: ${file}")
  file(REMOVE "${file}")
  get_filename_component(folder "${file}" DIRECTORY)
  remove_empty("${folder}")
endforeach()
