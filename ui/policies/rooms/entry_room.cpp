#include "ui/policies/rooms/entry_room.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/field_column.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {

EntryRoom::EntryRoom(const StudioContext& context, const Words& words, bool ordered, QWidget* parent)
    : QWidget(parent), m_studio(context)
{
    setObjectName(words.name + QStringLiteral("Room"));
    setSurface(*this, context.page.theme, ThemeColor::Panel);
    build(words, ordered);
    connect(m_list, &EntryList::chosen, this, [this] { refresh(); });
    connect(m_list, &EntryList::addWanted, this, [this] {
        showEntry(addEntry());
        m_fields->setFocus(Qt::OtherFocusReason);
    });
    connect(&context.draft, &RulebookDraft::roomsChanged, this, &EntryRoom::refresh);
}

void EntryRoom::build(const Words& words, bool ordered)
{
    Theme& theme = m_studio.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new PaneHeader(theme, words.title, this);
    header->setDetail(words.purpose);
    column->addWidget(header);
    m_message = new InlineMessage(theme, MessageKind::Warning, this);
    m_message->setDismissable(true);
    m_message->hide();
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    connect(m_message, &InlineMessage::linkActivated, this,
            [this](const QString& place) { m_studio.selection.goTo(place); });
    column->addWidget(m_message);
    QSplitter* splitter = newSplitter(Qt::Horizontal, words.name + QStringLiteral("Splitter"), this);
    m_list = new EntryList(theme, words.title, words.name + QStringLiteral("List"), words.add, splitter);
    m_detail = new QWidget(splitter);
    auto* detail = new QVBoxLayout(m_detail);
    detail->setContentsMargins(0, 0, 0, 0);
    detail->setSpacing(0);
    auto* scroll = new ScrollColumn(theme, ThemeColor::Panel, m_detail);
    scroll->setFocusPolicy(Qt::NoFocus);
    QVBoxLayout* all = scroll->restart();
    m_fields = new FieldColumn(theme);
    all->addWidget(m_fields);
    all->addStretch(1);
    scroll->finish();
    detail->addWidget(scroll, 1);
    detail->addWidget(newLine(theme, m_detail));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(8));
    foot->setSpacing(theme.px(8));
    const auto button
        = [&](const QString& text, const QString& action, const QKeySequence& key, std::function<void()> act) {
              QPushButton* made = newSmallButton(text, words.name + action, m_detail);
              auto* keyed = new QAction(text, this);
              keyed->setShortcut(key);
              keyed->setShortcutContext(Qt::WidgetWithChildrenShortcut);
              addAction(keyed);
              connect(keyed, &QAction::triggered, this, act);
              connect(made, &QPushButton::clicked, this, act);
              made->setToolTip(key.toString(QKeySequence::NativeText));
              foot->addWidget(made);
              m_needsEntry.push_back(made);
          };
    if (ordered) {
        button(tr("Move up"), QStringLiteral("Up"), QKeySequence(Qt::ALT | Qt::Key_Up),
               [this] { moveEntry(chosenId(), -1); });
        button(tr("Move down"), QStringLiteral("Down"), QKeySequence(Qt::ALT | Qt::Key_Down),
               [this] { moveEntry(chosenId(), 1); });
    }
    button(tr("Duplicate"), QStringLiteral("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        if (!chosenId().isEmpty())
            showEntry(duplicateEntry(chosenId()));
    });
    button(tr("Delete"), QStringLiteral("Remove"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { remove(); });
    foot->addStretch();
    detail->addLayout(foot);
    m_empty = newParagraph(words.empty, theme, TextStyle::Body, ThemeColor::TextMuted, splitter);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    for (QWidget* part : std::initializer_list<QWidget*>{m_list, m_detail, m_empty})
        splitter->addWidget(part);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({theme.px(300), theme.px(800), theme.px(800)});
    column->addWidget(splitter, 1);
}

void EntryRoom::start() { refresh(); }

void EntryRoom::refresh()
{
    const std::vector<ListedEntry> all = entries();
    m_list->setEntries(all);
    if (m_list->chosenId().isEmpty() && !all.empty())
        m_list->choose(all.front().id);
    const bool some = !m_list->chosenId().isEmpty();
    m_detail->setVisible(some);
    m_empty->setVisible(all.empty());
    const bool may = m_studio.page.session.mayDraft();
    const QString why = tr("Leads and supervisors change the rules.");
    m_list->setMayAdd(may, why);
    m_fields->setEnabled(may);
    for (QPushButton* button : m_needsEntry)
        button->setEnabled(may && some);
    if (some)
        showChosen();
}

void EntryRoom::showEntry(const QString& id)
{
    if (id.isEmpty())
        return;
    m_list->choose(id);
    refresh();
}

std::vector<EntryRoom::Reference> EntryRoom::references(const QString&) const { return {}; }

QString EntryRoom::whyNotRemove(const QString&) const { return {}; }

void EntryRoom::remove()
{
    const QString id = chosenId();
    if (id.isEmpty())
        return;
    if (const QString why = whyNotRemove(id); !why.isEmpty()) {
        m_message->setText(tr("It cannot be deleted."), why);
        m_message->setLinks({});
        return m_message->show();
    }
    const std::vector<Reference> used = references(id);
    m_message->setVisible(!used.empty());
    if (used.empty()) {
        removeEntry(id);
        return;
    }
    QStringList names;
    QList<std::pair<QString, QString>> links;
    for (const Reference& one : used) {
        names << one.words;
        if (links.size() < 2)
            links.append({one.place, tr("Go to %1").arg(one.words)});
    }
    const qsizetype named = 4;
    const QString more = names.size() > named ? tr(" and %n more", nullptr, int(names.size() - named)) : QString();
    m_message->setText(tr("It is still used."),
                       tr("By %1%2. Change that first.").arg(names.mid(0, named).join(QStringLiteral(", ")), more));
    m_message->setLinks(links);
}

QString EntryRoom::typingKey(const QString& field) const { return objectName() + u'/' + chosenId() + u'/' + field; }

}
