#include "app/router/file_kinds.h"

#include "model/domain/attachment.h"
#include "model/domain/utf8.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostNameBytes = 120;

struct FileKind {
    std::string_view mediaType;
    std::array<std::string_view, 5> endings;   // the first one is added where none fits
};
constexpr std::array kinds{
    FileKind{"image/png"sv, {".png"}},
    FileKind{"image/jpeg"sv, {".jpg", ".jpeg"}},
    FileKind{"image/gif"sv, {".gif"}},
    FileKind{"image/webp"sv, {".webp"}},
    FileKind{"application/pdf"sv, {".pdf"}},
    FileKind{"application/vnd.openxmlformats-officedocument.wordprocessingml.document"sv, {".docx"}},
    FileKind{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"sv, {".xlsx"}},
    FileKind{"application/vnd.oasis.opendocument.text"sv, {".odt"}},
    FileKind{"application/vnd.oasis.opendocument.spreadsheet"sv, {".ods"}},
    FileKind{"text/plain"sv, {".txt", ".csv", ".log", ".md", ".json"}},
};

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

bool holds(std::string_view bytes, std::string_view part) { return bytes.find(part) != bytes.npos; }

// ECMA-376 part 2 and ODF 1.2 part 3: both are ZIP archives; the latter names itself in its first, unpacked entry.
std::optional<std::string> officeTypeOf(std::string_view bytes)
{
    constexpr std::size_t nameAt = 30;   // of the first entry
    if (bytes.size() > nameAt && bytes.substr(nameAt).starts_with("mimetypeapplication/vnd.oasis.opendocument."))
        for (const FileKind& kind : kinds)
            if (kind.mediaType.starts_with("application/vnd.oasis.") && !holds(bytes, "Basic/")
                && bytes.substr(nameAt + "mimetype"sv.size()).starts_with(std::string(kind.mediaType) + "PK"))
                return std::string(kind.mediaType);
    if (!holds(bytes, "[Content_Types].xml") || holds(bytes, "vbaProject.bin"))
        return std::nullopt;
    if (holds(bytes, "word/document.xml"))
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (holds(bytes, "xl/workbook.xml"))
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return std::nullopt;
}

// Text that a browser or a shell would run is not plain.
bool isPlainText(std::string_view bytes)
{
    const bool controls = std::ranges::any_of(bytes, [](unsigned char letter) {
        return (letter < 0x20 && letter != '\t' && letter != '\n' && letter != '\r' && letter != '\f') || letter == 0x7F;
    });
    if (controls || !isUtf8(bytes))
        return false;
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\f"), bytes.size()));
    return !bytes.starts_with('<') && !bytes.starts_with("#!");
}

bool isDirectionOrInvisible(std::uint32_t point)
{
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0x061C;
}

// The characters of valid UTF-8 that a file's name may have.
std::string withoutControls(std::string_view name)
{
    std::string kept;
    for (std::size_t at = 0; at < name.size();) {
        const auto first = static_cast<unsigned char>(name[at]);
        const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        std::uint32_t point = size == 1 ? first : first & (0x7FU >> size);
        for (std::size_t i = 1; i < size; ++i)
            point = (point << 6) | (static_cast<unsigned char>(name[at + i]) & 0x3FU);
        const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        if (!control && !isDirectionOrInvisible(point) && !holds(R"(<>:"|?*)", name.substr(at, 1)))
            kept += name.substr(at, size);
        at += size;
    }
    return kept;
}

}

std::optional<std::string> mediaTypeOf(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"))
        return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF"))
        return "image/jpeg";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a"))
        return "image/gif";
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP"))
        return "image/webp";
    if (bytes.starts_with("%PDF-"))
        return "application/pdf";
    if (bytes.starts_with("PK\x03\x04"))
        return officeTypeOf(bytes);
    return !bytes.empty() && isPlainText(bytes) ? std::optional<std::string>("text/plain") : std::nullopt;
}

Result<void> checkFile(std::string_view bytes)
{
    if (bytes.empty())
        return failure("The file is empty.");
    if (std::ssize(bytes) > mostAttachmentBytes)
        return failure("The file is too large: at most 10 MB can be sent.");
    if (!mediaTypeOf(bytes))
        return failure("Files of this kind cannot be sent. Pictures, PDF, documents, sheets and plain text can.");
    return {};
}

std::string cleanFileName(std::string_view name, std::string_view mediaType)
{
    if (const auto slash = name.find_last_of("/\\"); slash != name.npos)
        name.remove_prefix(slash + 1);
    std::string clean = isUtf8(name) ? withoutControls(name) : std::string();
    const auto first = clean.find_first_not_of(" .");
    const auto last = clean.find_last_not_of(" .");
    clean = first == clean.npos ? std::string() : clean.substr(first, last - first + 1);
    const auto kind = std::ranges::find(kinds, mediaType, &FileKind::mediaType);
    std::string ending;
    if (kind != kinds.end()) {
        ending = kind->endings.front();
        for (const std::string_view known : kind->endings)
            if (!known.empty() && clean.size() > known.size() && lowered(clean).ends_with(known)) {
                ending = clean.substr(clean.size() - known.size());
                clean.resize(clean.size() - known.size());
                break;
            }
    }
    clean = cutUtf8(clean.empty() ? "file" : clean, mostNameBytes - ending.size());
    return clean + ending;
}

}
