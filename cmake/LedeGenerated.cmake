# SPDX-License-Identifier: MIT
# Included by src/, which has the generators: manual pages from docs/man/, the
# records of the program and the public headers; completions from the program.

# ---- Manual pages ------------------------------------------------------------

set(man_dir "${generated_dir}/man")
set(man_templates "${PROJECT_SOURCE_DIR}/docs/man")
set(man_headers
  "${PROJECT_SOURCE_DIR}/include/lede/lede.h"
  "${PROJECT_SOURCE_DIR}/include/lede/types.h")
file(MAKE_DIRECTORY "${man_dir}")

add_custom_command(
  OUTPUT "${man_dir}/lede.1"
  COMMAND ${generator_environment} $<TARGET_FILE:generate_man> "${man_templates}/lede.1.in" "${man_dir}/lede.1"
  DEPENDS generate_man "${man_templates}/lede.1.in"
  COMMENT "Generating lede.1"
  VERBATIM)
add_custom_command(
  OUTPUT "${man_dir}/lede.3"
  COMMAND ${generator_environment} $<TARGET_FILE:generate_man_library> "${man_templates}/lede.3.in" ${man_headers}
          "${man_dir}/lede.3"
  DEPENDS generate_man_library "${man_templates}/lede.3.in" ${man_headers}
  COMMENT "Generating lede.3"
  VERBATIM)

# ---- Completions -------------------------------------------------------------

set(completions_dir "${generated_dir}/completions")
file(MAKE_DIRECTORY "${completions_dir}")
foreach(shell IN ITEMS bash fish zsh)
  # sh for the redirection, which VERBATIM would quote.
  add_custom_command(
    OUTPUT "${completions_dir}/lede.${shell}"
    COMMAND ${generator_environment} sh -c "\"$1\" completions \"$2\" >\"$3\"" sh $<TARGET_FILE:lede_cli> ${shell}
            "${completions_dir}/lede.${shell}"
    DEPENDS lede_cli
    COMMENT "Generating lede.${shell}"
    VERBATIM)
endforeach()

add_custom_target(lede_manual ALL DEPENDS "${man_dir}/lede.1" "${man_dir}/lede.3")
add_custom_target(lede_completions ALL DEPENDS
  "${completions_dir}/lede.bash"
  "${completions_dir}/lede.fish"
  "${completions_dir}/lede.zsh")
