#include "ui/window/keys_sheet.h"

#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

KeysSheet::KeysSheet(const PageContext& context, const QList<KeyGroup>& groups, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_words(new QLineEdit),
      m_nothing(newLabel(tr("No key does that."), context.theme, TextStyle::Body, ThemeColor::TextMuted))
{
    Theme& theme = context.theme;
    setObjectName(u"keysSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    column->addWidget(newLabel(tr("Keyboard shortcuts"), theme, TextStyle::PaneTitle));
    m_words->setObjectName(u"keysWords"_s);
    m_words->setAccessibleName(tr("Find a key"));
    m_words->setPlaceholderText(tr("What it does, or the key"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(100);
    column->addWidget(m_words);
    auto* scroll = new ScrollColumn(theme, ThemeColor::Panel, this);
    scroll->setObjectName(u"keysList"_s);
    scroll->setAccessibleName(tr("Keys by menu and page"));
    QVBoxLayout* all = scroll->restart();
    all->setSpacing(0);
    for (const KeyGroup& group : groups)
        addGroup(*all, group);
    all->addWidget(m_nothing);
    all->addStretch(1);
    scroll->finish();
    column->addWidget(scroll, 1);
    auto* close = newButton(tr("Close"), u"closeDialog"_s);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_words, &QLineEdit::textChanged, this, &KeysSheet::narrow);
    resize(theme.px(560), theme.px(640));
    narrow({});
    m_words->setFocus();
}

void KeysSheet::addGroup(QVBoxLayout& column, const KeyGroup& group)
{
    auto* head = newLabel(group.title, m_context.theme, TextStyle::SectionLabel, ThemeColor::TextMuted);
    head->setContentsMargins(0, m_context.theme.px(12), 0, m_context.theme.px(4));
    column.addWidget(head);
    Group made{head, {}};
    for (const KeyLine& line : group.lines) {
        QWidget* row = newRow(line);
        column.addWidget(row);
        made.rows.push_back({row, u"%1 %2 %3"_s.arg(group.title, line.what, line.keys)});
    }
    m_groups.push_back(std::move(made));
}

QWidget* KeysSheet::newRow(const KeyLine& line)
{
    auto* row = new QWidget;
    auto* parts = new QHBoxLayout(row);
    parts->setContentsMargins(0, m_context.theme.px(4), m_context.theme.px(12), m_context.theme.px(4));
    parts->addWidget(newLabel(line.what, m_context.theme), 1);
    parts->addWidget(newKeyCap(m_context.theme, line.keys));
    row->setAccessibleName(u"%1: %2"_s.arg(line.what, line.keys));
    return row;
}

void KeysSheet::narrow(const QString& words)
{
    const QStringList wanted = words.simplified().split(u' ', Qt::SkipEmptyParts);
    bool any = false;
    for (const Group& group : m_groups) {
        bool anyHere = false;
        for (const Row& row : group.rows) {
            const bool fits = std::ranges::all_of(
                wanted, [&](const QString& word) { return row.text.contains(word, Qt::CaseInsensitive); });
            row.widget->setVisible(fits);
            anyHere = anyHere || fits;
        }
        group.head->setVisible(anyHere);
        any = any || anyHere;
    }
    m_nothing->setVisible(!any);
}

}
