#include "ui/insights/comparison_section.h"

#include "ui/insights/insights_words.h"
#include "ui/insights/parts_plot.h"
#include "ui/shared/format_text.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace signalbox {
namespace {

NamedLine sideOf(const QString& name, const ShareEstimate& share)
{
    FigureLine line;
    line.value = share.value;
    line.low = share.low;
    line.high = share.high;
    return {line, name};
}

QString points(double share)
{
    const auto whole = std::llround(share * 100);
    return QStringLiteral("%1%2")
        .arg(whole > 0       ? QStringLiteral("+")
                 : whole < 0 ? QStringLiteral("−")
                             : QString())
        .arg(std::llabs(whole));
}

}

ComparisonSection::ComparisonSection(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_version(new QuietCombo(tr("Version of the rulebook"), QStringLiteral("comparedVersion"), this)),
      m_plot(new PartsPlot(context.theme, QStringLiteral("comparisonChart"), this)),
      m_words(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::Text, this))
{
    setObjectName(QStringLiteral("comparison"));
    m_words->setObjectName(QStringLiteral("comparisonWords"));
    Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel(tr("Before and after"), theme, TextStyle::BodyStrong, ThemeColor::Text, this));
    head->addWidget(m_version);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_plot);
    column->addWidget(m_words);
    m_plot->setAttribute(Qt::WA_TransparentForMouseEvents);   // the rows of either side are no list of the report
    connect(m_version, &QComboBox::activated, this, [this] { Q_EMIT versionChosen(m_version->currentData().toInt()); });
}

void ComparisonSection::show(const FigureReport& report)
{
    setVisible(report.comparison.has_value());
    if (!report.comparison)
        return;
    const ConversionComparison& comparison = *report.comparison;
    m_version->clear();
    const auto versions = report.choices.find(Dimension::Version);
    if (versions != report.choices.end())
        for (const FigureChoice& version : versions->second)
            m_version->addItem(tr("Version %1").arg(text(version.id)), text(version.id).toInt());
    if (m_version->findData(comparison.version) < 0)
        m_version->addItem(tr("Version %1").arg(comparison.version), comparison.version);
    m_version->chooseData(comparison.version);
    m_plot->setVisible(comparison.change.has_value());
    if (!comparison.change) {
        m_words->setText(QStringLiteral("— ") + text(comparison.why));
        return;
    }
    const ConversionChange& change = *comparison.change;
    m_plot->show({sideOf(tr("Before"), change.before), sideOf(tr("After"), change.after)});
    m_words->setText(
        tr("%1 points since version %2, somewhere from %3 to %4, on one mix of channels and sources: %5 whole "
           "weeks on each side, %6 customers. %7 are of a channel and source that is only on one side.")
            .arg(points(change.lift.value))
            .arg(comparison.version)
            .arg(points(change.lift.low), points(change.lift.high))
            .arg(comparison.weeks)
            .arg(formatCount(change.compared), formatCount(change.leftOut)));
    m_plot->setAccessibleName(m_words->text());
}

}
