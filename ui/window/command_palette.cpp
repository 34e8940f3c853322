#include "ui/window/command_palette.h"

#include "ui/live/live_filter.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownAtMost = 12;
constexpr int actionRole = Qt::UserRole;
constexpr int conversationRole = Qt::UserRole + 1;

struct Hit {
    int score;
    QAction* action;
    ConversationId conversation;
    QString words;
};

void findConversations(const ConsoleModel& model, const QString& words, std::vector<Hit>& hits)
{
    const std::string wanted = folded(words.toStdString());
    for (const auto& [id, conversation] : model.conversations()) {
        if (!containsWords(folded(conversation.visitorName + ' ' + conversation.company + " #" + id.value), wanted))
            continue;
        const QString shown
            = u"%1 %2 %3"_s.arg(line(conversation.visitorName, 60), line(conversation.company, 60), numberOf(id));
        hits.push_back({paletteScore(shown, words), nullptr, id, shown.simplified()});
    }
}

QString plainText(const QAction& action) { return QString(action.text()).remove(u'&'); }

}

int paletteScore(const QString& text, const QString& words)
{
    if (words.isEmpty())
        return 1;
    int score = 0;
    qsizetype at = -1;
    for (const QChar letter : words) {
        if (letter.isSpace())
            continue;
        const qsizetype next = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (next < 0)
            return 0;
        const bool begins = next == 0 || !text[next - 1].isLetterOrNumber();
        score += 1 + (begins ? 6 : 0) + (next == at + 1 && at >= 0 ? 4 : 0);
        at = next;
    }
    return text.compare(words, Qt::CaseInsensitive) == 0 ? score + 100 : score;   // what is named whole is meant
}

CommandPalette::CommandPalette(const PageContext& context, QList<QAction*> actions, QWidget* parent)
    : QDialog(parent, Qt::Popup),
      m_context(context),
      m_actions(std::move(actions)),
      m_words(new QLineEdit),
      m_found(new QListWidget)
{
    setObjectName(u"commandPalette"_s);
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
    column->addWidget(m_words);
    column->addWidget(m_found);
    setFixedSize(context.theme.px(520), context.theme.px(400));
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_found, &QListWidget::itemClicked, this, &CommandPalette::run);
    search({});
    m_words->setFocus();
}

void CommandPalette::search(const QString& typed)
{
    const QString words = typed.trimmed();
    std::vector<Hit> hits;
    for (QAction* action : m_actions)
        if (const int score = paletteScore(plainText(*action), words); score > 0)
            hits.push_back({score + (action->isEnabled() ? 1 : 0), action, {}, plainText(*action)});
    if (!words.isEmpty())
        findConversations(m_context.model, words, hits);
    std::ranges::stable_sort(hits, std::greater{}, &Hit::score);
    m_found->clear();
    for (size_t i = 0; i < std::min<size_t>(hits.size(), shownAtMost); ++i) {
        const Hit& hit = hits[i];
        QString shown = hit.words;
        if (hit.action && !hit.action->shortcut().isEmpty())
            shown += u"   "_s + hit.action->shortcut().toString(QKeySequence::NativeText);
        if (hit.action && !hit.action->isEnabled())
            shown += u"   "_s + tr("not possible here");
        auto* item = new QListWidgetItem(
            hit.action ? hit.action->icon() : m_context.theme.icon(u"chat"_s, ThemeColor::TextMuted), shown, m_found);
        item->setData(actionRole, QVariant::fromValue(static_cast<QObject*>(hit.action)));
        item->setData(conversationRole, text(hit.conversation.value));
        item->setSizeHint(QSize(0, m_context.theme.px(28)));
        if (hit.action && !hit.action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
    }
    if (hits.empty())
        (new QListWidgetItem(tr("Nothing is called that."), m_found))->setFlags(Qt::NoItemFlags);
    m_found->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_found->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    auto* action = qobject_cast<QAction*>(item->data(actionRole).value<QObject*>());
    const ConversationId conversation{item->data(conversationRole).toString().toStdString()};
    close();
    if (action)
        action->trigger();
    else
        Q_EMIT conversationChosen(conversation);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        m_found->setCurrentRow(std::min(m_found->currentRow() + 1, m_found->count() - 1));
        return true;
    case Qt::Key_Up:
        m_found->setCurrentRow(std::max(m_found->currentRow() - 1, 0));
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
