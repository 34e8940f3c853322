#include "ui/policies/draft/issue_links.h"

#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr std::size_t mostIssuesShown = 300;

// "Enterprise pricing, /policies/3/when": the policy's name says more than its number.
QString titleOf(const RulebookIssue& issue, const Rulebook& rulebook)
{
    const QString place = line(issue.place, 160);
    const QStringList parts = place.split(u'/');
    if (parts.value(1) != QLatin1String("policies"))
        return place.isEmpty() ? IssueLinks::tr("The whole rulebook") : place;
    bool isNumber = false;
    const std::size_t row = parts.value(2).toUInt(&isNumber);
    if (!isNumber || row >= rulebook.policies.size())
        return place;
    const Policy& policy = rulebook.policies[row];
    return line(policy.name.empty() ? policy.id.value : policy.name, 60) + QStringLiteral(", ") + place;
}

}

IssueLinks::IssueLinks(Theme& theme, const std::vector<RulebookIssue>& issues, const Rulebook& rulebook, bool links,
                       QWidget* parent)
    : ScrollColumn(theme, ThemeColor::Panel, parent)
{
    setObjectName(QStringLiteral("rulebookErrors"));
    setAccessibleName(tr("Errors in the rulebook"));
    QVBoxLayout* column = restart();
    column->setSpacing(theme.px(2));
    for (std::size_t i = 0; i < std::min(issues.size(), mostIssuesShown); ++i) {
        const RulebookIssue& issue = issues[i];
        const QString title = titleOf(issue, rulebook);
        if (links) {
            QPushButton* link
                = newLink(QString(title).replace(u'&', QStringLiteral("&&")), QStringLiteral("errorPlace"));
            link->setAccessibleName(tr("Go to %1").arg(title));
            connect(link, &QPushButton::clicked, this,
                    [this, place = QString::fromStdString(issue.place)] { Q_EMIT placeWanted(place); });
            column->addWidget(link, 0, Qt::AlignLeft);
        } else {
            column->addWidget(newParagraph(title, theme, TextStyle::BodyStrong));
        }
        column->addWidget(
            newParagraph(tr("Found %1; expected %2.").arg(line(issue.found), line(issue.expected)), theme));
        column->addSpacing(theme.px(6));
    }
    if (issues.size() > mostIssuesShown)
        column->addWidget(newParagraph(tr("And %1 more.").arg(formatCount(qint64(issues.size() - mostIssuesShown))), theme));
    column->addStretch(1);
    finish();
}

}
