# SPDX-License-Identifier: MIT
# What `cmake --install` puts where.

include(CMakePackageConfigHelpers)

install(TARGETS lede_shared EXPORT lede_shared_export
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS lede_static EXPORT lede_static_export
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS lede_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/lede DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.h")
if(TARGET lede_manual)
  install(FILES "${PROJECT_BINARY_DIR}/generated/man/lede.1"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${PROJECT_BINARY_DIR}/generated/man/lede.3"
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man3")
endif()
if(TARGET lede_completions)
  foreach(place IN ITEMS bash:bash-completion/completions:lede
      zsh:zsh/site-functions:_lede fish:fish/vendor_completions.d:lede.fish)
    string(REPLACE ":" ";" place "${place}")
    list(GET place 0 shell)
    list(GET place 1 folder)
    list(GET place 2 name)
    install(FILES "${PROJECT_BINARY_DIR}/generated/completions/lede.${shell}"
      DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" RENAME ${name})
  endforeach()
endif()
install(FILES LICENSE THIRD_PARTY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The CMake package: lede::lede (shared) and lede::lede_static. Two export sets,
# because only the static library needs its dependencies at the user's place.
set(lede_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/lede")
install(EXPORT lede_shared_export FILE ledeTargets.cmake NAMESPACE lede::
  DESTINATION ${lede_package_dir})
install(EXPORT lede_static_export FILE ledeStaticTargets.cmake NAMESPACE lede::
  DESTINATION ${lede_package_dir})
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
  DESTINATION ${lede_package_dir})

# lede.pc finds its prefix from its own place, so that the tree can be moved.
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
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(LEDE_TOP_LEVEL)
  add_custom_target(uninstall
    COMMAND "${CMAKE_COMMAND}" -D "MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt"
            -P "${PROJECT_SOURCE_DIR}/cmake/LedeUninstall.cmake"
    COMMENT "Removing what was installed"
    VERBATIM)
endif()
