#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <filesystem>
#include <optional>

namespace signalbox {

// What subcommands on a workspace have in common: --workspace FILE, --json and --help.
class WorkspaceCommandLine {
public:
    WorkspaceCommandLine(const QString& subcommand, const QString& description);

    QCommandLineParser& parser() { return m_parser; }
    // Reads the arguments. An exit status when there is nothing left to do: the help was shown, or the usage is wrong.
    std::optional<int> read(const QStringList& arguments);

    bool json() const { return m_parser.isSet(m_json); }
    std::filesystem::path workspace() const;
    QStringList words() const { return m_parser.positionalArguments(); }
    int wrong(const QString& what) const;   // says what is wrong and returns the exit status for it

private:
    QString m_subcommand;
    QCommandLineParser m_parser;
    QCommandLineOption m_workspace;
    QCommandLineOption m_json;
    QCommandLineOption m_help;
};

}
