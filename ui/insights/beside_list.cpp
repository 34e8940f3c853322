#include "ui/insights/beside_list.h"

#include "ui/insights/insights_words.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QGridLayout>
#include <QLabel>

namespace signalbox {

BesideList::BesideList(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("besideList"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.px(16));
    m_grid->setVerticalSpacing(theme.px(3));
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(newLabel(tr("Beside it"), theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this), 0, 0);
}

BesideList::Row& BesideList::row(std::size_t at)
{
    while (m_rows.size() <= at) {
        const int line = 1 + 2 * int(m_rows.size());
        Row made{newParagraph({}, m_theme, TextStyle::Secondary, ThemeColor::Text, this),
                 newLabel({}, m_theme, TextStyle::Secondary, ThemeColor::Text, this),
                 newParagraph({}, m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this)};
        m_grid->addWidget(made.name, line, 0);
        m_grid->addWidget(made.value, line, 1, Qt::AlignRight | Qt::AlignTop);
        m_grid->addWidget(made.why, line + 1, 0, 1, 2);
        m_rows.push_back(made);
    }
    return m_rows[at];
}

void BesideList::show(const std::vector<FigureLine>& lines)
{
    for (std::size_t i = 0; i < std::max(lines.size(), m_rows.size()); ++i) {
        Row& shown = row(i);
        const bool there = i < lines.size();
        const bool missing = there && !lines[i].value;
        shown.name->setVisible(there);
        shown.value->setVisible(there);
        shown.why->setVisible(missing && !lines[i].why.empty());
        if (!there)
            continue;
        shown.name->setText(text(lines[i].words));
        shown.value->setText(missing ? QStringLiteral("—") : besideWords(lines[i]));
        shown.why->setText(text(lines[i].why));
    }
}

}
