#include "app/commands/command_line.h"

#include <cstdio>

namespace signalbox {
namespace {

void print(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

}

int usageError(const QString& subcommand, const QString& what)
{
    printError(QStringLiteral("signalbox %1: %2\n").arg(subcommand, what));
    return wrongUsage;
}

void printOut(const QString& text) { print(stdout, text); }
void printError(const QString& text) { print(stderr, text); }

}
