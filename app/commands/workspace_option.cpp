#include "app/commands/workspace_option.h"

#include "app/commands/command_line.h"
#include "app/settings/workspace_path.h"

namespace signalbox {

using namespace Qt::StringLiterals;

WorkspaceCommandLine::WorkspaceCommandLine(const QString& subcommand, const QString& description)
    : m_subcommand(subcommand),
      m_workspace(u"workspace"_s, u"The workspace's file; the usual one unless said."_s, u"file"_s),
      m_json(u"json"_s, u"JSON lines instead of text."_s),
      m_help({u"h"_s, u"help"_s}, u"Show this help."_s)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOptions({m_workspace, m_json, m_help});
}

std::optional<int> WorkspaceCommandLine::read(const QStringList& arguments)
{
    if (!m_parser.parse(QStringList{u"signalbox "_s + m_subcommand} + arguments))
        return wrong(m_parser.errorText());
    if (m_parser.isSet(m_help)) {
        printOut(m_parser.helpText());
        return ExitStatus::done;
    }
    return std::nullopt;
}

std::filesystem::path WorkspaceCommandLine::workspace() const
{
    return m_parser.isSet(m_workspace) ? std::filesystem::path(m_parser.value(m_workspace).toStdString())
                                       : defaultWorkspace();
}

int WorkspaceCommandLine::wrong(const QString& what) const { return usageError(m_subcommand, what); }

}
