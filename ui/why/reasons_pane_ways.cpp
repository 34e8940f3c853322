// What would have led elsewhere.
#include "ui/shared/buttons.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"
#include "ui/why/reasons_pane.h"
#include "ui/why/why_parts.h"
#include "ui/why/why_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

void ReasonsPane::addElsewhere(QVBoxLayout& column)
{
    Theme& theme = m_context.theme;
    QVBoxLayout* section = addWhySection(column, theme, tr("What would have led elsewhere"), m_scroll->widget());
    if (!m_ways || m_ways->empty()) {
        section->addWidget(newSelectable(m_ways ? tr("No change of up to three values leads to another queue or tier.")
                                                : tr("Searching…"),
                                         theme, TextStyle::Body, ThemeColor::TextMuted, m_scroll->widget()));
        return;
    }
    addSmallest(*section, m_ways->front());
    for (std::size_t i = 1; i < m_ways->size(); ++i)
        addAlternative(*section, (*m_ways)[i]);
}

void ReasonsPane::addSmallest(QVBoxLayout& column, const AnotherWay& way)
{
    Theme& theme = m_context.theme;
    auto* card = new WhyCard(theme, m_scroll->widget());
    card->setObjectName(u"smallestWay"_s);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(12));
    inside->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel(way.surelySmallest ? tr("Smallest change") : tr("Small change"), theme,
                             TextStyle::Secondary, ThemeColor::TextMuted, card),
                    1);
    head->addWidget(newLabel(way.edits.size() == 1 ? tr("1 value") : tr("%1 values").arg(way.edits.size()), theme,
                             TextStyle::Secondary, ThemeColor::TextMuted, card));
    inside->addLayout(head);
    for (const ContextEdit& edit : way.edits)
        inside->addWidget(
            newSelectable(editText(edit, *m_moment.rulebook), theme, TextStyle::Body, ThemeColor::Text, card));
    auto* where = new QHBoxLayout;
    where->setSpacing(theme.px(8));
    QLabel* arrow = newLabel({}, theme, TextStyle::Body, ThemeColor::TextMuted, card);
    arrow->setPixmap(theme.pixmap(u"arrow-right"_s, ThemeColor::TextMuted, theme.px(14), devicePixelRatioF()));
    where->addWidget(arrow);
    auto* tier = new TierChip(theme, card);
    tier->setTier(tierOf(way.decision, *m_moment.rulebook));
    where->addWidget(tier);
    const int number = way.decision.policy ? numberOf(*way.decision.policy, m_moment.path) : 0;
    const QString name = placeName(way.outcome.kind, way.place);
    QLabel* place = newSelectable(number > 0 ? tr("%1, policy %2").arg(name).arg(number) : name, theme, TextStyle::Body,
                                  ThemeColor::Text, card);
    where->addWidget(place, 1);
    inside->addLayout(where);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    QPushButton* tryIt = newSmallButton(tr("Open in Try"), u"openInTry"_s, card);
    connect(tryIt, &QPushButton::clicked, this, [this, way] { Q_EMIT tryWanted(way); });
    buttons->addWidget(tryIt);
    if (number > 0) {
        QPushButton* edit = newSmallButton(tr("Edit policy %1").arg(number), u"editPolicyOfWay"_s, card);
        connect(edit, &QPushButton::clicked, this,
                [this, policy = *way.decision.policy] { Q_EMIT policyWanted(policy); });
        buttons->addWidget(edit);
    }
    buttons->addStretch();
    inside->addLayout(buttons);
    column.addWidget(card);
}

void ReasonsPane::addAlternative(QVBoxLayout& column, const AnotherWay& way)
{
    Theme& theme = m_context.theme;
    QStringList edits;
    for (const ContextEdit& edit : way.edits)
        edits << editText(edit, *m_moment.rulebook);
    const int number = way.decision.policy ? numberOf(*way.decision.policy, m_moment.path) : 0;
    const TierLabel tier = tierOf(way.decision, *m_moment.rulebook);
    QStringList where{placeName(way.outcome.kind, way.place)};
    if (!tier.code.isEmpty())
        where << tier.code;
    if (number > 0)
        where << tr("policy %1").arg(number);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(
        newSelectable(edits.join(tr(", and ")), theme, TextStyle::Body, ThemeColor::Text, m_scroll->widget()));
    QPushButton* link = newLink(where.join(u", "_s).replace(u'&', u"&&"_s), u"tryAlternative"_s, m_scroll->widget());
    link->setToolTip(tr("Open in Try"));
    link->setAccessibleName(tr("%1: leads to %2. Open in Try").arg(edits.join(tr(", and ")), where.join(u", "_s)));
    connect(link, &QPushButton::clicked, this, [this, way] { Q_EMIT tryWanted(way); });
    words->addWidget(link, 0, Qt::AlignLeft);
    column.addLayout(words);
}

}
