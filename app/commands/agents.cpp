#include "app/commands/agents.h"

#include "app/commands/alone.h"
#include "app/commands/command_line.h"
#include "app/commands/workspace_option.h"
#include "model/report/report_table.h"
#include "app/settings/agents_file.h"
#include "model/domain/names.h"
#include "model/storage/workspace_store.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

int listAgents(const WorkspaceCommandLine& line)
{
    auto database = Database::open(line.workspace(), Database::Access::ReadOnly);
    if (!database)
        return line.wrong(QString::fromStdString(database.error().message));
    const auto known = WorkspaceStore(*database).agents();
    if (!known)
        return line.wrong(QString::fromStdString(known.error().message));
    ReportTable table{"Agents", {"id", "name", "role", "team"}, {}};
    std::string lines;
    for (const auto& [agent, presence] : *known) {
        const std::string role(nameOf(agent.role));
        table.rows.push_back({agent.id.value, agent.name, role, agent.team});
        const nlohmann::json object{
            {"kind", "agent"}, {"id", agent.id.value}, {"name", agent.name}, {"role", role}, {"team", agent.team}};
        lines += object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    }
    printOut(QString::fromStdString(line.json() ? lines : inColumns(table)));
    return ExitStatus::done;
}

int saveAgents(const WorkspaceCommandLine& line, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return line.wrong(u"Cannot read %1: %2."_s.arg(path, file.errorString()));
    const auto read = readAgents(file.readAll().toStdString());
    if (!read)
        return line.wrong(QString::fromStdString(read.error().message));
    std::vector<decltype(Command::what)> commands;
    for (const Agent& agent : *read)
        commands.emplace_back(SaveAgent{agent, {}});
    if (const auto saved = doAllAlone(line.workspace(), "signalbox agents save", std::move(commands)); !saved)
        return line.wrong(QString::fromStdString(saved.error().message));
    printOut(line.json()
                 ? QString::fromStdString(nlohmann::json{{"kind", "saved"}, {"agents", read->size()}}.dump()) + u"\n"_s
                 : u"%1 people saved.\n"_s.arg(read->size()));
    return ExitStatus::done;
}

}

int agents(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"agents"_s,
                              u"list prints the people of the workspace; save adds or changes those of a file."_s);
    line.parser().addPositionalArgument(u"list | save FILE"_s, u"What to do."_s);
    if (const auto over = line.read(arguments))
        return *over;
    const QStringList said = line.words();
    if (said == QStringList{u"list"_s})
        return listAgents(line);
    if (said.size() == 2 && said.first() == u"save"_s)
        return saveAgents(line, said.last());
    return line.wrong(u"Say list, or save FILE. See --help."_s);
}

}
