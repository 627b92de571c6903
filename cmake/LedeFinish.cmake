# SPDX-License-Identifier: MIT
# Run by cpack behind its own work, once per generator: what it cannot do.
#
# A .tar.gz: cpack takes files as the folder lists them and as the user who
# builds owns them; packed again, the same files give the same bytes.
#
# A .deb: cpack calls ldconfig from scripts of the maintainer, where Debian has
# had triggers for long, and knows no Multi-Arch.

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}: ${status}")
  endif()
endfunction()

function(finish_tar package folder)
  set(date "$ENV{SOURCE_DATE_EPOCH}")
  if(NOT date)
    return()
  endif()
  run(tar -C "${folder}" -xzf "${package}")
  run(sh -c "cd \"$1\" && tar --sort=name --format=gnu --owner=0 --group=0 \
--numeric-owner --mtime=@\"$2\" -cf - * | gzip -9n >\"$3\""
    sh "${folder}" "${date}" "${package}")
endfunction()

function(finish_deb package folder)
  run(dpkg-deb -R "${package}" "${folder}")
  file(REMOVE "${folder}/DEBIAN/postinst" "${folder}/DEBIAN/postrm")
  set(kind same) # libraries of several architectures may stand together
  if(IS_DIRECTORY "${folder}/usr/bin")
    set(kind foreign)
  endif()
  file(READ "${folder}/DEBIAN/control" control)
  string(STRIP "${control}" control)
  file(WRITE "${folder}/DEBIAN/control" "${control}\nMulti-Arch: ${kind}\n")
  run(dpkg-deb --root-owner-group -Zxz -b "${folder}" "${package}")
endfunction()

foreach(package IN LISTS CPACK_PACKAGE_FILES)
  set(folder "${CPACK_TEMPORARY_DIRECTORY}-finish")
  file(REMOVE_RECURSE "${folder}")
  file(MAKE_DIRECTORY "${folder}")
  if(package MATCHES "\\.deb$")
    finish_deb("${package}" "${folder}")
  elseif(package MATCHES "\\.tar\\.gz$" AND CMAKE_HOST_SYSTEM_NAME STREQUAL "Linux")
    finish_tar("${package}" "${folder}")
  endif()
  file(REMOVE_RECURSE "${folder}")
endforeach()
