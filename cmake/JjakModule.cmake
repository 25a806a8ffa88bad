# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# jjak_module(path LINKS ...)  the folder's sources, without main.cpp, as the static library jjak_<path with underscores>
# jjak_program(name FROM path) the program whose main.cpp stands in that folder
# jjak_test(...)               see tests/CMakeLists.txt

function(jjak_module path)
  cmake_parse_arguments(A "" "" "LINKS" ${ARGN})
  string(REPLACE "/" "_" name jjak_${path})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.cpp ${CMAKE_SOURCE_DIR}/${path}/*.h)
  list(REMOVE_ITEM sources ${CMAKE_SOURCE_DIR}/${path}/main.cpp)
  file(GLOB resources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${path}/*.qrc)
  set(units ${sources})
  list(FILTER units INCLUDE REGEX "\\.cpp$")
  if(NOT units)
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE jjak_flags ${A_LINKS})
    return()
  endif()
  add_library(${name} STATIC ${sources} ${resources})
  # CMake 3.25 does not run moc again when a globbed header is new, unless told so.
  set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON AUTOGEN_TARGET_DEPENDS "${sources}" POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${name} PUBLIC jjak_flags ${A_LINKS})
  if("Qt6::Widgets" IN_LIST A_LINKS)
    jjak_precompile(${name} window)
  elseif(path STREQUAL "common")
    jjak_precompile(${name} core)
  else()
    jjak_precompile(${name} wire)
  endif()
endfunction()

function(jjak_program name)
  cmake_parse_arguments(A "" "FROM" "" ${ARGN})
  set(main ${CMAKE_SOURCE_DIR}/${A_FROM}/main.cpp)
  if(NOT EXISTS ${main})
    return()
  endif()
  string(REPLACE "/" "_" library jjak_${A_FROM})
  add_executable(${name} ${main})
  target_link_libraries(${name} PRIVATE ${library})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
