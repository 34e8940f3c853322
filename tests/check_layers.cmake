# Who may include whom (docs/architecture.md). Prints each wrong line and fails.
#   cmake -DROOT=<source folder> -P tests/check_layers.cmake

# folder | patterns of what its files may not include
set(laws
    "model/domain|^(model/(journal|storage|calendar|figures|report)|routing|ui|app|Q[A-Z]|soci|sqlite|nlohmann|re2|boost)"
    "model/figures|^(model/(journal|storage|calendar|report)|routing|ui|app|Q[A-Z]|soci|sqlite|nlohmann|re2|boost)"
    "model/report|^(model/(journal|storage|calendar)|routing|ui|app|Q[A-Z]|soci|sqlite|re2|boost)"
    "model/journal|^(model/(storage|calendar|report)|routing|ui|app|Q[A-Z]|soci|sqlite|boost)"
    "model/storage|^(model/(calendar|report)|routing|ui|app|Q[A-Z]|boost)"
    "model/calendar|^(model/(journal|storage|report)|routing|ui|app|QW|QSql|QNetwork|soci|sqlite|nlohmann|boost)"
    "routing|^(model/(journal|storage|calendar|report)|ui|app|Q[A-Z]|soci|sqlite|boost|thread|mutex|future|random|atomic)"
    "ui|^(model/(journal|storage|calendar)|app|QNetwork|QTcp|QSql|QSettings|QMessageBox|QFileDialog|QInputDialog|soci|sqlite|nlohmann|boost|fstream)"
)
# folder | words its files may not hold
set(words
    "routing|system_clock|steady_clock|time\\(nullptr\\)|std::rand|getenv"
    "ui|system_clock|currentDateTime|QElapsedTimer|std::rand"
)

# "folder|pattern" into the two variables; the pattern may hold further bars.
macro(split_law law)
    string(FIND "${law}" "|" bar)
    string(SUBSTRING "${law}" 0 ${bar} folder)
    math(EXPR bar "${bar} + 1")
    string(SUBSTRING "${law}" ${bar} -1 forbidden)
endmacro()

set(wrong 0)
function(report file line why)
    file(RELATIVE_PATH shown ${ROOT} ${file})
    message("${shown}: ${line}  <- ${why}")
    math(EXPR count "${wrong} + 1")
    set(wrong ${count} PARENT_SCOPE)
endfunction()

foreach(law IN LISTS laws)
    split_law("${law}")
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${file} lines REGEX "^#include")
        foreach(line IN LISTS lines)
            string(REGEX REPLACE "^#include *[<\"]([^>\"]+)[>\"].*" "\\1" included "${line}")
            if(included MATCHES "${forbidden}")
                report(${file} "${line}" "${folder} may not include it")
            endif()
            if(file MATCHES "\\.h$" AND folder STREQUAL "routing" AND included MATCHES "^(nlohmann|simdjson|re2|z3|linear)")
                report(${file} "${line}" "only in .cpp files")
            endif()
        endforeach()
    endforeach()
endforeach()

foreach(law IN LISTS words)
    split_law("${law}")
    file(GLOB_RECURSE files ${ROOT}/${folder}/*.h ${ROOT}/${folder}/*.cpp)
    foreach(file IN LISTS files)
        file(STRINGS ${file} lines REGEX "${forbidden}")
        foreach(line IN LISTS lines)
            report(${file} "${line}" "${folder} takes time and chance as arguments")
        endforeach()
    endforeach()
endforeach()

if(wrong GREATER 0)
    message(FATAL_ERROR "${wrong} lines cross a wall of the house")
endif()
