#pragma once

#include "tests/support/workspace_file.h"

#include <QProcess>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <vector>

namespace signalbox::test {

struct Ended {
    int status = -1;
    std::string out;
    std::string error;

    std::vector<nlohmann::json> lines() const
    {
        std::vector<nlohmann::json> found;
        std::istringstream stream(out);
        for (std::string line; std::getline(stream, line);)
            found.push_back(nlohmann::json::parse(line));
        return found;
    }
    // The first line of this kind; null: there is none.
    nlohmann::json line(const std::string& kind) const
    {
        for (const nlohmann::json& each : lines())
            if (each.value("kind", "") == kind)
                return each;
        return {};
    }
};

// The real program.
inline Ended runSignalbox(const std::vector<std::string>& arguments)
{
    QStringList all;
    for (const std::string& argument : arguments)
        all << QString::fromStdString(argument);
    QProcess process;
    process.start(QStringLiteral(SIGNALBOX_PROGRAM), all);
    process.waitForFinished(-1);
    return {process.exitCode(), process.readAllStandardOutput().toStdString(),
            process.readAllStandardError().toStdString()};
}

// A workspace in a folder of its own that the real program works on.
class CommandWorkspace {
public:
    Ended run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--workspace", workspace.string()});
        return runSignalbox(arguments);
    }
    std::string write(const std::string& name, const std::string& content) const
    {
        std::ofstream(folder.path / name, std::ios::binary) << content;
        return (folder.path / name).string();
    }
    // The file's content; empty when it is not there.
    std::string read(const std::string& name) const
    {
        std::ifstream file(folder.path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::string path(const std::string& name) const { return (folder.path / name).string(); }

    TemporaryFolder folder;
    std::filesystem::path workspace = folder.path / "w.signalbox";
};

// Sixty visits, four a day from Monday 6 January 2025 on, that looked at 20 to 79 pages and bought when it was 65 or more, or
// a multiple of four; the last has not ended. From 50 pages on there is an alert.
class ImportedVisits : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string table = "no,from,to,pages,bought\n";
        for (int i = 0; i < 60; ++i)
            table += row(i, 20 + i, i < 59);
        ASSERT_EQ(at.run({"rulebook", "publish", at.write("r.json", rulebook), "--note", "first"}).status, 0);
        ASSERT_EQ(at.run({"agents", "save", at.write("p.json", people)}).status, 0);
        take(table);
    }
    void take(const std::string& table)
    {
        const Ended imported
            = at.run({"import", "--speed", "0", "--mapping", at.write("m.json", mapping), at.write("t.csv", table)});
        ASSERT_EQ(imported.status, 0) << imported.error;
    }
    static std::string row(int number, int pages, bool ended)
    {
        const int hour = number * 6;
        const auto moment = [](int day, int hourOfDay) {
            char text[32];
            std::snprintf(text, sizeof text, "2025-01-%02d %02d:00", 6 + day, hourOfDay);
            return std::string(text);
        };
        return std::to_string(number) + "," + moment(hour / 24, hour % 24) + ","
            + (ended ? moment(hour / 24, hour % 24 + 1) : "") + "," + std::to_string(pages) + ","
            + (pages >= 65 || pages % 4 == 0 ? "1" : "0") + "\n";
    }
    Ended label(std::vector<std::string> more, const std::string& by = "mira")
    {
        more.insert(more.begin(), {"label", "--trigger", "hot", "--origin", "imported", "--by", by});
        return at.run(more);
    }
    Ended tune(std::vector<std::string> more)
    {
        more.insert(more.begin(), {"tune", "--trigger", "hot", "--origin", "imported"});
        return at.run(more);
    }

    const std::string mapping = R"({"mapping": 1, "name": "visits", "separator": ",", "id": "no",
        "opened": {"column": "from", "format": "%Y-%m-%d %H:%M"}, "closed": {"column": "to", "format": "%Y-%m-%d %H:%M"},
        "text": "I look around.", "attributes": {"visit.pages": {"column": "pages", "type": "number"}},
        "outcome": {"column": "bought", "values": {"1": "converted", "0": "no_answer"}},
        "truth": {"truth.bought": {"column": "bought", "type": "boolean"}}})";
    const std::string rulebook = R"({"rulebook": 1,
        "policies": [{"id": "all", "name": "All", "enabled": true, "priority": 1, "when": {"all": []},
                      "actions": [{"type": "transfer_to_queue", "queue": "sales"}]}],
        "alerts": [{"id": "hot", "name": "Hot visit", "when": {"attr": "visit.pages", "op": "ge", "value": 50},
                    "notify": ["lead"]},
                   {"id": "asks", "when": {"attr": "ai.asked_for_person", "op": "eq", "value": true}}],
        "queues": [{"id": "sales", "name": "Sales", "team": "Sales"}]})";
    const std::string people = R"([{"id": "mira", "name": "Mira", "role": "lead", "team": "Sales"},
        {"id": "ines", "name": "Ines", "role": "lead", "team": "Desk"}, {"id": "leila", "name": "Leila"}])";
    CommandWorkspace at;
};

}
