#include "app/router/check_text.h"

#include "model/domain/utf8.h"

namespace signalbox {

Result<void> checkText(std::string_view text, std::size_t mostBytes, std::string_view what)
{
    const std::string subject(what);
    if (text.empty())
        return failure(subject + " is empty.");
    if (text.size() > mostBytes)
        return failure(subject + " is too long: " + std::to_string(text.size()) + " bytes, at most "
                       + std::to_string(mostBytes) + " are taken.");
    if (text.find('\0') != std::string_view::npos)
        return failure(subject + " holds a NUL character.");
    if (!isUtf8(text))
        return failure(subject + " is not valid UTF-8.");
    return {};
}

Result<void> checkOptionalText(std::string_view text, std::size_t mostBytes, std::string_view what)
{
    return text.empty() ? Result<void>() : checkText(text, mostBytes, what);
}

}
