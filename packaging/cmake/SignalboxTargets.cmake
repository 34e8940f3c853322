# signalbox_library(NAME FOLDER): the static library signalbox_NAME of all sources in FOLDER.
# Includes are written from the root ("model/domain/ids.h"), and a target sees only its own folder and those of the
# targets it links: each exports a directory that holds nothing but a link to its folder.
function(signalbox_library name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    add_library(signalbox_${name} STATIC ${sources})
    signalbox_export_folder(signalbox_${name} ${folder})
    target_link_libraries(signalbox_${name} PUBLIC signalbox_options)
endfunction()

function(signalbox_export_folder target folder)
    set(root ${CMAKE_BINARY_DIR}/include/${target})
    get_filename_component(parent ${root}/${folder} DIRECTORY)
    file(MAKE_DIRECTORY ${parent})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${folder} ${root}/${folder} SYMBOLIC)
    target_include_directories(${target} PUBLIC ${root})
endfunction()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Build folders below the source folder share what they compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
