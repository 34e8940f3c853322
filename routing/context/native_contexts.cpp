#include "routing/context/native_contexts.h"

#include "routing/context/context_json.h"
#include "routing/context/native_reader.h"

namespace signalbox {
namespace {

class FileReader {
public:
    FileReader(const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present, const TakeContext& take)
        : m_vocabulary(vocabulary),
          m_rulebook(rulebook),
          m_present(present),
          m_take(take),
          m_reader(vocabulary, rulebook, present)
    {
    }

    Result<void> readList(std::string_view text)
    {
        // One level less than the whole file may have.
        const JsonBounds bounds{text.size(), JsonBounds{}.depth - 1};
        const auto readUnusual = [&](std::string_view element, NativeContext& context) {
            return readCarefully(element, bounds, context).has_value();
        };
        std::size_t taken = 0;
        const auto take = [&](NativeContext& context) {
            ++taken;
            m_take(context);
        };
        if (m_reader.readList(text, readUnusual, take))
            return {};
        auto plain = readContexts(text, m_rulebook);
        if (!plain)
            return tl::unexpected(plain.error());
        NativeContext context;
        for (std::size_t i = taken; i < plain->size(); ++i) {
            fill(context, (*plain)[i]);
            m_take(context);
        }
        return {};
    }

    Result<void> readLines(std::string_view text)
    {
        NativeContext context;
        return readContextLines(text, [&](std::string_view line) -> Result<void> {
            if (line.size() > JsonBounds{}.bytes || !m_reader.read(line, context))
                if (const auto read = readCarefully(line, {}, context); !read)
                    return read;
            m_take(context);
            return {};
        });
    }

private:
    Result<void> readCarefully(std::string_view text, const JsonBounds& bounds, NativeContext& context)
    {
        auto values = readContext(text, m_rulebook, bounds);
        if (!values)
            return tl::unexpected(values.error());
        fill(context, *values);
        return {};
    }

    void fill(NativeContext& context, Values& values)
    {
        const Instant now = momentOf(values, m_rulebook, m_present);
        m_vocabulary.fill(context, values, now, {});
    }

    const Vocabulary& m_vocabulary;
    const Rulebook& m_rulebook;
    Instant m_present;
    const TakeContext& m_take;
    NativeReader m_reader;
};

}

Result<void> readNativeContexts(std::string text, const Vocabulary& vocabulary, const Rulebook& rulebook,
                                Instant present, const TakeContext& take)
{
    const std::size_t size = text.size();
    text.resize(size + NativeReader::padding(), ' ');
    const std::string_view content(text.data(), size);
    FileReader reader(vocabulary, rulebook, present, take);
    return isListOfContexts(content) ? reader.readList(content) : reader.readLines(content);
}

}
