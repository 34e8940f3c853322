#pragma once

#include "routing/json/json_tree.h"
#include "routing/json/place.h"
#include "routing/rulebook/rulebook_issue.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// All that is wrong in a document, up to a bound: a hostile file must not fill the memory with complaints.
class Issues {
public:
    void add(const Place& place, std::string found, std::string expected);
    void add(const Place& place, const JsonTree* found, std::string expected);
    bool empty() const { return m_issues.empty(); }
    std::vector<RulebookIssue> take() { return std::move(m_issues); }

private:
    std::vector<RulebookIssue> m_issues;
};

// Reads the members of one object. Whatever is missing or of the wrong kind becomes an issue and a harmless value, so
// that reading goes on and finds everything in one pass.
class ObjectReader {
public:
    // With a tree that is not an object: one issue saying what was expected, and all reads give nothing.
    ObjectReader(const JsonTree& tree, const Place& place, Issues& issues, std::string_view what);
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;

    bool isObject() const { return m_isObject; }
    const Place& place() const { return m_place; }
    const JsonTree* member(std::string_view key);   // counts the key as known; none when absent
    const JsonTree* required(std::string_view key, std::string_view expected);

    std::string id(std::string_view key);           // required: 1 to 200 bytes, no control characters
    std::string optionalId(std::string_view key);   // empty when absent
    std::string name(std::string_view key, std::string_view otherwise);   // 1 to 500 bytes
    std::string text(std::string_view key);                               // required: 1 to 10,000 bytes
    std::string optionalText(std::string_view key);
    double number(std::string_view key, double least, double most, std::optional<double> otherwise);
    int whole(std::string_view key, int least, int most, std::optional<int> otherwise);
    bool boolean(std::string_view key, bool otherwise);
    const JsonTree* list(std::string_view key, bool isRequired);   // none when absent or not a list

    // Every key that nobody asked for is an issue.
    void refuseOtherKeys();

private:
    std::string boundedText(std::string_view key, const JsonTree* tree, std::size_t most, bool oneLine);

    const JsonTree& m_tree;
    Place m_place;
    Issues& m_issues;
    bool m_isObject;
    std::set<std::string_view> m_known;
};

}
