#include "ui/review/forecast_pane.h"

#include "ui/review/review_words.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

ForecastPane::ForecastPane(const PageContext& context, ReviewState& state, QWidget* parent)
    : QWidget(parent), m_context(context), m_state(state)
{
    Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newLine(theme, this));
    m_lines = new QVBoxLayout;
    m_lines->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14));
    m_lines->setSpacing(theme.px(6));
    m_lines->addWidget(newLabel(tr("Was the forecast right?"), theme, TextStyle::BodyStrong, ThemeColor::Text, this));
    column->addLayout(m_lines);
    connect(&state, &ReviewState::loaded, this, &ForecastPane::refresh);
    connect(&state, &ReviewState::labelsChanged, this, &ForecastPane::refresh);
    refresh();
}

void ForecastPane::refresh()
{
    QStringList lines;
    for (const PublishedThreshold& published : m_state.published())
        lines << publishedWords(published, m_state.triggerName(published.moved.trigger));
    setVisible(!lines.isEmpty());
    if (lines == m_shown)
        return;
    m_shown = lines;
    for (QLabel* old : findChildren<QLabel*>(QStringLiteral("forecastLine")))
        delete old;
    for (const QString& words : lines) {
        QLabel* label = newParagraph(words, m_context.theme, TextStyle::Body, ThemeColor::Text, this);
        label->setObjectName(QStringLiteral("forecastLine"));
        m_lines->addWidget(label);
    }
}

}
