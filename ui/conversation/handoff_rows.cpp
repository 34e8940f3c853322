#include "ui/conversation/handoff_rows.h"

#include "ui/shared/bars.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace signalbox {
namespace {

struct StateLook {
    const char* icon;
    ThemeColor color;
    QString word;
};

StateLook lookOf(CriterionState state)
{
    switch (state) {
    case CriterionState::Met: return {"check", ThemeColor::Good, CriterionRow::tr("Met")};
    case CriterionState::NotMet: return {"cross", ThemeColor::Bad, CriterionRow::tr("Not met")};
    case CriterionState::Unknown: break;
    }
    return {"minus", ThemeColor::TextMuted, CriterionRow::tr("Unknown")};
}

constexpr int labelColumn = 88;

}

CriterionRow::CriterionRow(Theme& theme, const CriterionResult& criterion, QWidget* parent) : QWidget(parent)
{
    const StateLook look = lookOf(criterion.state);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, theme.px(4));
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(0);
    QLabel* mark = newLabel({}, theme, TextStyle::Body, look.color, this);
    mark->setPixmap(theme.pixmap(QLatin1String(look.icon), look.color, theme.px(14), devicePixelRatioF()));
    mark->setFixedWidth(theme.px(14));
    grid->addWidget(mark, 0, 0);
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, this);
    name->setText(criterion.required ? tr("%1 (required)").arg(line(criterion.name, 80)) : line(criterion.name, 80));
    grid->addWidget(name, 0, 1);
    grid->addWidget(newLabel(look.word, theme, TextStyle::Secondary, look.color, this), 0, 2);
    const QString beneath = criterion.state == CriterionState::Unknown
                                ? (criterion.ask.empty() ? QString() : tr("Ask: %1").arg(line(criterion.ask)))
                                : line(criterion.evidence);
    if (!beneath.isEmpty()) {
        QLabel* words = newParagraph(beneath, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(words, 1, 1, 1, 2);
    }
    grid->setColumnStretch(1, 1);
    setAccessibleName(tr("%1: %2. %3").arg(name->text(), look.word, beneath));
}

SignalRow::SignalRow(Theme& theme, const SignalShare& share, double score, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::Text, this);
    name->setText(line(share.name.empty() ? share.id.value : share.name, 80));
    row->addWidget(name, 1);
    QLabel* seen = newLabel(formatClock(share.observedAt), theme, TextStyle::Small, ThemeColor::TextMuted, this);
    seen->setToolTip(formatExact(share.observedAt));
    row->addWidget(seen);
    auto* bar = new Bar(theme, this);
    bar->setFixedWidth(theme.px(48));
    bar->setShare(score > 0 ? std::abs(share.points) / score : 0, share.points < 0 ? ThemeColor::Bad : ThemeColor::Accent);
    bar->setToolTip(tr("Share of the intent score"));
    row->addWidget(bar);
    const double points = std::round(share.points);
    const QString shown = points < 0 ? QChar(0x2212) + formatNumber(-points) : u'+' + formatNumber(points);
    QLabel* number = newLabel(shown, theme, TextStyle::Body, ThemeColor::Text, this);
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    number->setMinimumWidth(theme.px(28));
    row->addWidget(number);
    setAccessibleName(tr("%1, seen %2, %3 points").arg(name->text(), formatClock(share.observedAt), shown));
}

FactRow::FactRow(Theme& theme, const QString& label, const QString& value, const QString& detail, QWidget* parent)
    : QWidget(parent), m_value(newParagraph(value, theme, TextStyle::Body, ThemeColor::Text, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(4));
    auto* name = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, this);
    name->setText(label);
    name->setFixedWidth(theme.px(labelColumn));
    row->addWidget(name, 0, Qt::AlignTop);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_value->setToolTip(detail.toHtmlEscaped());
    row->addWidget(m_value, 1);
    setAccessibleName(tr("%1: %2", "what is known of a visitor").arg(label, value));
}

}
