#include "ui/window/command_palette.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"
#include "ui/shared/ui_state.h"
#include "ui/window/palette_delegate.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t shownAtMost = 12;
constexpr qsizetype rememberedAtMost = 20;
constexpr int forRecent = 8;   // on top of the score, about a beginning of a word
constexpr std::chrono::milliseconds typingRests{200};
const QString recentKey = u"palette/recent"_s;

}

CommandPalette::CommandPalette(const PageContext& context, QList<QAction*> actions, QStringList sections,
                               QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),   // screen readers do not find a popup
      m_context(context),
      m_actions(std::move(actions)),
      m_sections(std::move(sections)),
      m_recent(context.state.string(recentKey).split(u'\n', Qt::SkipEmptyParts)),
      m_words(new QLineEdit),
      m_found(new QListWidget)
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Search or run a command"));
    setWindowTitle(tr("Search or run a command"));
    setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*this, context.theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(context.theme.px(8), context.theme.px(8), context.theme.px(8), context.theme.px(8));
    m_words->setObjectName(u"paletteWords"_s);
    m_words->setAccessibleName(tr("Search or run a command"));
    m_words->setPlaceholderText(tr("A command, a name, a company or #number"));
    m_words->setMaxLength(200);
    m_words->installEventFilter(this);
    m_found->setObjectName(u"paletteResults"_s);
    m_found->setAccessibleName(tr("Results"));
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setFocusPolicy(Qt::NoFocus);
    m_found->setMouseTracking(true);
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setItemDelegate(new PaletteDelegate(context.theme, m_found));
    column->addWidget(m_words);
    column->addWidget(m_found);
    setFixedSize(context.theme.px(600), context.theme.px(32 * int(shownAtMost) + 60));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRests);
    connect(&m_typing, &QTimer::timeout, this, &CommandPalette::askForContacts);
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        m_typing.start();
        search();
    });
    connect(m_found, &QListWidget::itemClicked, this, &CommandPalette::run);
    connect(&context.port, &ConsolePort::contactsFound, this,
            [this](const QString& words, const std::vector<ContactRow>& contacts) {
                if (words != m_words->text().trimmed())
                    return;
                m_contacts = contacts;
                search();
            });
    search();
    m_words->setFocus();
}

// As a popup it goes when something else is clicked.
bool CommandPalette::event(QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate && isVisible())
        close();
    return QDialog::event(event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(ThemeColor::Panel));
    painter.setPen(m_context.theme.color(ThemeColor::Control));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::askForContacts()
{
    if (const QString words = m_words->text().trimmed(); !words.isEmpty())
        m_context.port.findContacts(words);
}

void CommandPalette::search()
{
    const QString words = m_words->text().trimmed();
    std::vector<PaletteEntry> found = fittingActions(m_actions, words);
    const auto add = [&found](std::vector<PaletteEntry> more) { std::ranges::move(more, std::back_inserter(found)); };
    if (!words.isEmpty() || !m_recent.isEmpty()) {
        add(fittingConversations(m_context.model, words));
        add(fittingPeopleAndRules(m_context.model, words));
        add(fittingSections(m_sections, words));
        if (!words.isEmpty())
            add(fittingContacts(m_contacts, words));
    }
    for (PaletteEntry& entry : found)
        if (const qsizetype at = m_recent.indexOf(entry.key()); at >= 0)
            entry.score += words.isEmpty() ? 1000 - int(at) : forRecent;
        else if (words.isEmpty() && entry.kind != PaletteEntry::Kind::MenuCommand)
            entry.score = 0;   // with nothing typed: what was chosen lately, then the commands
    std::erase_if(found, [](const PaletteEntry& entry) { return entry.score == 0; });
    std::ranges::stable_sort(found, std::greater{}, &PaletteEntry::score);
    if (found.size() > shownAtMost)
        found.resize(shownAtMost);
    list(std::move(found));
}

void CommandPalette::list(std::vector<PaletteEntry> found)
{
    m_shown = std::move(found);
    m_found->clear();
    for (const PaletteEntry& entry : m_shown) {
        auto* item = new QListWidgetItem(entry.title, m_found);
        const bool command = entry.kind == PaletteEntry::Kind::MenuCommand;
        const QString right = command ? entry.detail : paletteKindName(entry.kind);
        item->setData(PaletteDetail, command ? QString() : entry.detail);
        item->setData(PaletteIcon, paletteKindIcon(entry.kind));
        item->setData(PaletteKey, right);
        item->setData(PaletteWhy, entry.why);
        item->setToolTip(QString(entry.title + u' ' + entry.detail).trimmed().toHtmlEscaped());
        item->setData(Qt::AccessibleTextRole,
                      u"%1 %2 %3"_s
                          .arg(entry.title, entry.detail == right ? QString() : entry.detail,
                               entry.enabled ? right : entry.why)
                          .simplified());
        if (!entry.enabled)
            item->setFlags(Qt::NoItemFlags);
    }
    if (m_shown.empty())
        (new QListWidgetItem(tr("Nothing is called that."), m_found))->setFlags(Qt::NoItemFlags);
    m_found->setCurrentRow(-1);
    step(1);
}

// To the next one that can be chosen.
void CommandPalette::step(int by)
{
    for (int row = m_found->currentRow() + by; row >= 0 && row < m_found->count(); row += by)
        if (m_found->item(row)->flags() & Qt::ItemIsEnabled) {
            m_found->setCurrentRow(row);
            m_words->setAccessibleDescription(m_found->item(row)->data(Qt::AccessibleTextRole).toString());
            return;
        }
}

void CommandPalette::remember(const PaletteEntry& entry)
{
    m_recent.removeAll(entry.key());
    m_recent.prepend(entry.key());
    m_recent = m_recent.mid(0, rememberedAtMost);
    m_context.state.setString(recentKey, m_recent.join(u'\n'));
}

void CommandPalette::run()
{
    const int row = m_found->currentRow();
    if (row < 0 || std::size_t(row) >= m_shown.size() || !m_shown[std::size_t(row)].enabled)
        return;
    const PaletteEntry entry = m_shown[std::size_t(row)];
    remember(entry);
    close();
    if (entry.kind != PaletteEntry::Kind::MenuCommand)
        Q_EMIT chosen(entry);
    else if (entry.action)
        entry.action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

}
