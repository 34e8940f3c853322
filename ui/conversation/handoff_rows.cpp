#include "ui/conversation/handoff_rows.h"

#include "ui/conversation/card_link.h"
#include "ui/shared/bars.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct StateLook {
    const char* icon;
    ThemeColor color;
    QString word;
};

StateLook lookOf(CriterionState state)
{
    switch (state) {
    case CriterionState::Met:
        return {"check", ThemeColor::Good, CriterionRow::tr("Met")};
    case CriterionState::NotMet:
        return {"cross", ThemeColor::Bad, CriterionRow::tr("Not met")};
    case CriterionState::Unknown:
        break;
    }
    return {"minus", ThemeColor::TextMuted, CriterionRow::tr("Unknown")};
}

constexpr int labelColumn = 88;
constexpr int correctionRow = 2;

}

CriterionRow::CriterionRow(Theme& theme, const CriterionResult& criterion, const CardSentence& evidence,
                           const QString& correction, QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this))
{
    const StateLook look = lookOf(criterion.state);
    m_grid->setContentsMargins(0, 0, 0, theme.px(4));
    m_grid->setHorizontalSpacing(theme.px(8));
    m_grid->setVerticalSpacing(theme.px(1));
    QLabel* mark = newLabel({}, theme, TextStyle::Body, look.color, this);
    mark->setPixmap(theme.pixmap(QLatin1String(look.icon), look.color, theme.px(14), devicePixelRatioF()));
    mark->setFixedWidth(theme.px(14));
    m_grid->addWidget(mark, 0, 0);
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, this);
    name->setText(criterion.required ? tr("%1 (required)").arg(line(criterion.name, 80)) : line(criterion.name, 80));
    m_grid->addWidget(name, 0, 1);
    m_grid->addWidget(newLabel(look.word, theme, TextStyle::Secondary, look.color, this), 0, 2);
    addBeneath(theme, criterion, evidence);
    if (!correction.isEmpty()) {
        QLabel* words = newParagraph(correction, theme, TextStyle::Secondary, ThemeColor::Note, this);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(words, correctionRow, 1, 1, 3);
    }
    m_grid->setColumnStretch(1, 1);
    setAccessibleName(tr("%1: %2. %3").arg(name->text(), look.word, evidence.words));
}

void CriterionRow::addBeneath(Theme& theme, const CriterionResult& criterion, const CardSentence& evidence)
{
    CardLink* link = nullptr;
    if (evidence.message) {
        link = new CardLink(theme, evidence.words, u"criterionEvidence"_s, this);
        link->setToolTip(tr("Show the message"));
        connect(link, &CardLink::clicked, this, [this, to = *evidence.message] { Q_EMIT messageWanted(to); });
    } else if (!evidence.words.isEmpty()) {
        QLabel* words = newParagraph(evidence.words, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(words, 1, 1, 1, 3);
    } else if (criterion.state == CriterionState::Unknown && !criterion.ask.empty()) {
        const QString question = line(criterion.ask, 500);
        link = new CardLink(theme, tr("Ask: %1").arg(question), u"criterionQuestion"_s, this);
        link->setToolTip(tr("Put the question into the reply"));
        connect(link, &CardLink::clicked, this, [this, question] { Q_EMIT questionWanted(question); });
    }
    if (link)
        m_grid->addWidget(link, 1, 1, 1, 3);
}

void CriterionRow::addCorrecting(QToolButton* button) { m_grid->addWidget(button, 0, 3); }

SignalRow::SignalRow(Theme& theme, const SignalShare& share, QWidget* parent)
    : QWidget(parent),
      m_share(share),
      m_name(line(share.name.empty() ? share.id.value : share.name, 80)),
      m_bar(new Bar(theme, this)),
      m_number(newLabel({}, theme, TextStyle::Body, ThemeColor::Text, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, this);
    name->setText(m_name);
    row->addWidget(name, 1);
    QLabel* seen = newLabel(formatClock(share.observedAt), theme, TextStyle::Small, ThemeColor::TextMuted, this);
    seen->setToolTip(formatExact(share.observedAt));
    row->addWidget(seen);
    m_bar->setFixedWidth(theme.px(48));
    m_bar->setToolTip(tr("Share of the intent score"));
    row->addWidget(m_bar);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setMinimumWidth(theme.px(28));
    row->addWidget(m_number);
}

void SignalRow::setPoints(double points, double score)
{
    m_bar->setShare(score > 0 ? std::abs(points) / score : 0, points < 0 ? ThemeColor::Bad : ThemeColor::Accent);
    const double whole = std::round(points);
    const QString shown = whole < 0 ? QChar(0x2212) + formatNumber(-whole) : u'+' + formatNumber(whole);
    m_number->setText(shown);
    const QString seen = formatClock(m_share.observedAt);
    m_number->setToolTip(
        tr("It counted for %1 when it was decided, and fades").arg(formatNumber(std::round(m_share.points))));
    setAccessibleName(tr("%1, seen %2, %3 points").arg(m_name, seen, shown));
}

FactRow::FactRow(Theme& theme, const QString& label, const QString& value, const QString& detail, QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_value(newParagraph(value, theme, TextStyle::Body, ThemeColor::Text, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme.px(4));
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, this);
    name->setText(label);
    name->setFixedWidth(theme.px(labelColumn));
    m_row->addWidget(name, 0, Qt::AlignTop);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_value->setToolTip(detail.toHtmlEscaped());
    m_row->addWidget(m_value, 1);
    setAccessibleName(tr("%1: %2", "what is known of a visitor").arg(label, value));
}

void FactRow::addCorrecting(QToolButton* button) { m_row->addWidget(button, 0, Qt::AlignTop); }

}
