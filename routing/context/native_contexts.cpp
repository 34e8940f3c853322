#include "routing/context/native_contexts.h"

#include "routing/context/context_json.h"
#include "routing/context/native_reader.h"

namespace signalbox {
namespace {

class FileReader {
public:
    FileReader(const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present)
        : m_vocabulary(vocabulary), m_rulebook(rulebook), m_present(present), m_reader(vocabulary, rulebook, present)
    {
    }

    Result<std::vector<NativeContext>> readList(std::string_view text)
    {
        // One level less than the whole file may have.
        const JsonBounds bounds{text.size(), JsonBounds{}.depth - 1};
        std::vector<NativeContext> contexts;
        const auto readUnusual = [&](std::string_view element, NativeContext& context) {
            return readCarefully(element, bounds, context).has_value();
        };
        if (m_reader.readList(text, readUnusual, contexts))
            return contexts;
        contexts.clear();
        auto plain = readContexts(text, m_rulebook);
        if (!plain)
            return tl::unexpected(plain.error());
        for (Values& values : *plain)
            fill(contexts.emplace_back(), values);
        return contexts;
    }

    Result<std::vector<NativeContext>> readLines(std::string_view text)
    {
        std::vector<NativeContext> contexts;
        NativeContext context;
        const auto outcome = readContextLines(text, [&](std::string_view line) -> Result<void> {
            if (line.size() > JsonBounds{}.bytes || !m_reader.read(line, context))
                if (const auto read = readCarefully(line, {}, context); !read)
                    return read;
            contexts.push_back(context);
            return {};
        });
        if (!outcome)
            return tl::unexpected(outcome.error());
        return contexts;
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
    NativeReader m_reader;
};

}

Result<std::vector<NativeContext>> readNativeContexts(std::string text, const Vocabulary& vocabulary,
                                                      const Rulebook& rulebook, Instant present)
{
    const std::size_t size = text.size();
    text.resize(size + NativeReader::padding(), ' ');
    const std::string_view content(text.data(), size);
    FileReader reader(vocabulary, rulebook, present);
    return isListOfContexts(content) ? reader.readList(content) : reader.readLines(content);
}

}
