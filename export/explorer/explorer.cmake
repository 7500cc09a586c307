# Makes explorer_page.cpp, which holds the page of the explorer, and sets explorer_source to it.
option(GUANXI_EXPLORER "Build the explorer (-o graph.html); needs node, npm and, the first time, the npm registry" ON)
set(explorer_source ${CMAKE_CURRENT_BINARY_DIR}/explorer_page.cpp)
if(GUANXI_EXPLORER)
  find_program(GUANXI_NODE node)
  find_program(GUANXI_NPM npm)
  if(NOT GUANXI_NODE OR NOT GUANXI_NPM)
    message(FATAL_ERROR " guanxi: error: the explorer needs node (18 or newer) and npm; install them, or build without it: -DGUANXI_EXPLORER=OFF")
  endif()
  set(explorer ${CMAKE_CURRENT_SOURCE_DIR}/explorer)
  set(packages ${CMAKE_CURRENT_BINARY_DIR}/explorer_packages)
  file(GLOB explorer_files CONFIGURE_DEPENDS ${explorer}/src/*.ts ${explorer}/*.html ${explorer}/*.css ${explorer}/*.mjs)
  add_custom_command(OUTPUT ${packages}/fetched VERBATIM
    COMMAND ${explorer}/fetch.sh ${explorer} ${packages} ${GUANXI_NPM} --omit=dev
    COMMAND ${CMAKE_COMMAND} -E touch ${packages}/fetched
    DEPENDS ${explorer}/package.json ${explorer}/package-lock.json ${explorer}/fetch.sh
    COMMENT "Fetching the explorer's packages")
  add_custom_command(OUTPUT ${explorer_source} VERBATIM
    COMMAND ${GUANXI_NODE} ${explorer}/build.mjs ${packages} ${explorer_source}
    DEPENDS ${explorer_files} ${packages}/fetched
    COMMENT "Bundling the explorer")
else()
  configure_file(explorer/none.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/explorer_none.cpp COPYONLY)
  set(explorer_source ${CMAKE_CURRENT_BINARY_DIR}/explorer_none.cpp)
endif()
