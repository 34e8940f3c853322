#include "routing/proof/text_program.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostSteps = 20'000;

// Thompson's construction, from the end to the beginning: each part knows where it leads.
class TextCompiler {
public:
    TextProgram compile(const TextNode& node)
    {
        const int match = add({});
        m_program.start = add(node, match);
        return std::move(m_program);
    }

private:
    int add(TextStep step)
    {
        if (m_program.steps.size() >= mostSteps)
            m_program.tooBig = true;
        else
            m_program.steps.push_back(std::move(step));
        return static_cast<int>(m_program.steps.size()) - 1;
    }
    int split(int next, int other) { return add({TextStep::Kind::Split, {}, TextAssertion::Begin, next, other}); }

    int add(const TextNode& node, int next)
    {
        if (m_program.tooBig)
            return next;
        switch (node.kind) {
        case TextNode::Kind::Nothing:
            return next;
        case TextNode::Kind::Codes:
            return add({TextStep::Kind::Codes, node.codes, TextAssertion::Begin, next, 0});
        case TextNode::Kind::Assert:
            return add({TextStep::Kind::Assert, {}, node.assertion, next, 0});
        case TextNode::Kind::Sequence:
            for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part)
                next = add(*part, next);
            return next;
        case TextNode::Kind::Choice:
            return addChoice(node, next);
        case TextNode::Kind::Repeat:
            return addRepeat(node, next);
        }
        return next;
    }

    int addChoice(const TextNode& node, int next)
    {
        if (node.parts.empty())
            return add({TextStep::Kind::Codes, {}, TextAssertion::Begin, next, 0});   // no code leads on
        int start = add(node.parts.back(), next);
        for (std::size_t i = node.parts.size() - 1; i-- > 0;)
            start = split(add(node.parts[i], next), start);
        return start;
    }

    int addRepeat(const TextNode& node, int next)
    {
        const TextNode& part = node.parts.front();
        if (node.most < 0) {
            const int loop = split(next, next);
            const int body = add(part, loop);
            m_program.steps[static_cast<std::size_t>(loop)].next = body;
            next = loop;
        }
        for (int i = node.least; i < node.most && !m_program.tooBig; ++i)
            next = split(add(part, next), next);
        for (int i = 0; i < node.least && !m_program.tooBig; ++i)
            next = add(part, next);
        return next;
    }

    TextProgram m_program;
};

}

std::vector<char32_t> codesOf(std::string_view utf8)
{
    std::vector<char32_t> codes;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i++]);
        int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
        char32_t code = more == 3 ? lead & 0x07u : more == 2 ? lead & 0x0fu : more == 1 ? lead & 0x1fu : lead;
        for (; more > 0 && i < utf8.size(); --more)
            code = (code << 6) | (static_cast<unsigned char>(utf8[i++]) & 0x3fu);
        codes.push_back(code);
    }
    return codes;
}

CodeRanges inverted(CodeRanges ranges)
{
    std::sort(ranges.begin(), ranges.end());
    CodeRanges rest;
    char32_t from = 0;
    for (const auto& [first, last] : ranges) {
        if (first > from)
            rest.emplace_back(from, first - 1);
        from = std::max(from, static_cast<char32_t>(last + 1));
    }
    if (from <= lastCode)
        rest.emplace_back(from, lastCode);
    return rest;
}

bool isWordCode(char32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '_';
}

TextNode TextNode::ofCodes(CodeRanges codes)
{
    TextNode node;
    node.kind = Kind::Codes;
    node.codes = std::move(codes);
    return node;
}

TextNode TextNode::ofText(std::string_view text)
{
    std::vector<TextNode> parts;
    for (const char32_t code : codesOf(text))
        parts.push_back(ofCodes({{code, code}}));
    return sequence(std::move(parts));
}

TextNode TextNode::ofAssertion(TextAssertion assertion)
{
    TextNode node;
    node.kind = Kind::Assert;
    node.assertion = assertion;
    return node;
}

TextNode TextNode::sequence(std::vector<TextNode> parts)
{
    TextNode node;
    node.kind = Kind::Sequence;
    node.parts = std::move(parts);
    return node;
}

TextNode TextNode::choice(std::vector<TextNode> parts)
{
    TextNode node;
    node.kind = Kind::Choice;
    node.parts = std::move(parts);
    return node;
}

TextNode TextNode::repeat(TextNode part, int least, int most)
{
    TextNode node;
    node.kind = Kind::Repeat;
    node.least = least;
    node.most = most;
    node.parts.push_back(std::move(part));
    return node;
}

TextProgram compileText(const TextNode& node) { return TextCompiler().compile(node); }

}
