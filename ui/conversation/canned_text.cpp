#include "ui/conversation/canned_text.h"

#include "ui/shared/format_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

// As a visitor reads a value.
struct SpokenValue {
    QString operator()(const std::string& value) const { return text(value); }
    QString operator()(double value) const { return formatNumber(value); }
    QString operator()(bool value) const { return value ? QStringLiteral("yes") : QStringLiteral("no"); }
    QString operator()(Instant value) const { return formatExact(value); }
    QString operator()(const StringSet& values) const
    {
        QStringList members;
        for (const std::string& value : values)
            members << text(value);
        return members.join(QStringLiteral(", "));
    }
};

bool has(const std::string& words, const QString& letters)
{
    return text(words).contains(letters, Qt::CaseInsensitive);
}

}

QList<Gap> gapsIn(const QString& text)
{
    static const QRegularExpression gap(QStringLiteral("\\{\\{\\s*([A-Za-z_]\\w*(?:\\.\\w+)+)\\s*\\}\\}"));
    QList<Gap> gaps;
    auto found = gap.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        gaps.append({int(match.capturedStart()), int(match.capturedLength()), match.captured(1)});
    }
    return gaps;
}

QString fillCanned(const std::string& canned, const Values& known)
{
    QString filled = text(canned);
    QList<Gap> gaps = gapsIn(filled);
    std::reverse(gaps.begin(), gaps.end());   // from the end, so that the places before stay right
    for (const Gap& gap : gaps) {
        const auto value = known.find(gap.attribute.toStdString());
        if (value != known.end())
            filled.replace(gap.start, gap.length, std::visit(SpokenValue{}, value->second));
    }
    return filled;
}

std::vector<CannedReply> cannedFor(const std::vector<CannedReply>& replies, const QString& letters)
{
    std::vector<CannedReply> fitting;
    std::ranges::copy_if(replies, std::back_inserter(fitting), [&](const CannedReply& reply) {
        return has(reply.shortcut, letters) || has(reply.title, letters);
    });
    std::ranges::stable_partition(fitting, [&](const CannedReply& reply) {
        return text(reply.shortcut).startsWith(letters, Qt::CaseInsensitive);
    });
    return fitting;
}

}
