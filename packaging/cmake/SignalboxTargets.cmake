# signalbox_library(NAME FOLDER): the static library signalbox_NAME of all sources in FOLDER.
# Includes are written from the root ("model/domain/ids.h"), and a target sees only its own folder and those of the
# targets it links: each exports a directory that holds nothing but a link to its folder.
function(signalbox_library name folder)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
    add_library(signalbox_${name} STATIC ${sources})
    signalbox_export_folder(signalbox_${name} ${folder})
    target_link_libraries(signalbox_${name} PUBLIC signalbox_options)
    signalbox_compile_together(signalbox_${name})
endfunction()

# Up to eight sources of a folder are one unit for the compiler: headers cost more than our own code, and the whole tree is
# built in a third of the time. So names of file scope are unique in their folder; only a file that has its own tr() or its
# own Words to be translated stays by itself.
option(SIGNALBOX_UNITY "Compile the sources of the libraries in units" ON)
function(signalbox_compile_together target)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${SIGNALBOX_UNITY} UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(source IN LISTS sources)
        file(STRINGS ${source} own REGEX "^(QString tr\\(|struct Words )" LIMIT_COUNT 1)
        if(NOT own)
            get_filename_component(folder ${source} DIRECTORY)
            file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${folder})
            string(MAKE_C_IDENTIFIER ${folder} folder)
            math(EXPR unit "${count_${folder}} + 0")
            math(EXPR count_${folder} "${unit} + 1")
            math(EXPR unit "${unit} / 8")
            set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${folder}_${unit})
        endif()
    endforeach()
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
