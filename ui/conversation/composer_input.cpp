// What the composer does beside plain typing: keys, completions, files, emoji, spelling.
#include "ui/conversation/canned_text.h"
#include "ui/conversation/completion_popup.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/composer_text.h"
#include "ui/conversation/emoji_picker.h"
#include "ui/conversation/file_chips.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"
#include "ui/shared/ui_state.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace signalbox {
namespace {

const QString undoSendKey = QStringLiteral("desk/undoSendSeconds");
const QString undoSendUsual = QStringLiteral("5");
constexpr QChar cannedSign = u'/';
constexpr QChar mentionSign = u'@';

QString nameOfFile(const QString& path) { return path.section(u'/', -1); }

}

std::chrono::seconds undoSendTime(const UiState& state)
{
    return std::chrono::seconds(std::clamp(state.string(undoSendKey, undoSendUsual).toInt(), 0, 30));
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool undo = key->matches(QKeySequence::Undo) && m_undoWanted && m_edit->toPlainText().isEmpty();
        if (event->type() == QEvent::ShortcutOverride && undo) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::KeyPress && handleKey(undo ? int(Qt::Key_Undo) : key->key(), key->modifiers()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool Composer::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (control)
            send();
        return control;
    case Qt::Key_Undo:
        Q_EMIT undoInEmpty();
        return true;
    case Qt::Key_Tab:
        if (!m_tabWanted || !m_edit->toPlainText().isEmpty())
            return false;
        Q_EMIT tabInEmpty();
        return true;
    case Qt::Key_Semicolon:
        if (!control || m_edit->isReadOnly())
            return false;
        if (!m_emoji) {
            m_emoji = new EmojiPicker(m_theme, this);
            connect(m_emoji, &EmojiPicker::taken, this, [this](const QString& sign) {
                insert(sign);
                takeKeyboard();
            });
        }
        m_emoji->openAbove(*m_smile);
        return true;
    default:
        return false;
    }
}

QList<Completion> Composer::completions(QChar sign, const QString& letters) const
{
    QList<Completion> found;
    if (sign == cannedSign && !m_note->isChecked()) {
        for (const CannedReply& reply : cannedFor(m_context.model.deskSettings().cannedReplies, letters))
            found.append({text(reply.shortcut),
                          QStringLiteral("/%1  %2").arg(line(reply.shortcut, 30), line(reply.title, 60)),
                          line(reply.text, 200)});
    } else if (sign == mentionSign && m_note->isChecked()) {
        for (const auto& [id, agent] : m_context.model.agents())
            if (id != m_context.session.agent && m_context.model.agentName(id).contains(letters, Qt::CaseInsensitive))
                found.append(
                    {QString::fromStdString(id.value), m_context.model.agentName(id), line(agent.agent.team, 60)});
    }
    return found;
}

void Composer::complete(QChar sign, const QString& key, int start, int length)
{
    if (sign == mentionSign) {
        m_edit->replaceWords(start, length, mentionSign + m_context.model.agentName(AgentId{key.toStdString()}) + u' ');
        return;
    }
    const std::vector<CannedReply>& replies = m_context.model.deskSettings().cannedReplies;
    const auto reply = std::ranges::find(replies, key.toStdString(), &CannedReply::shortcut);
    if (reply == replies.end())
        return;
    m_edit->replaceWords(start, length, fillCanned(reply->text, m_known));
    selectGap(start);
}

// The first attribute that is missing is chosen: typing replaces it.
void Composer::selectGap(int from)
{
    for (const Gap& gap : gapsIn(m_edit->toPlainText())) {
        if (gap.start < from)
            continue;
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(gap.start);
        cursor.setPosition(gap.start + gap.length, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
        return;
    }
}

std::vector<AgentId> Composer::mentionsIn(const QString& note) const
{
    std::vector<AgentId> called;
    for (const auto& [id, agent] : m_context.model.agents())
        if (note.contains(mentionSign + m_context.model.agentName(id)))
            called.push_back(id);
    return called;
}

void Composer::askForFile()
{
    if (const auto file = m_context.prompts.openFile(tr("Attach a file"), {}))
        readFiles({*file});
}

void Composer::readFiles(const QStringList& files)
{
    for (const QString& file : files)
        m_context.prompts.readFile(file, this, [this, file](const Result<std::string>& bytes) {
            if (bytes)
                addFile(nameOfFile(file), *bytes);
            else
                Q_EMIT filesRefused(text(bytes.error().message));
        });
}

void Composer::addFile(const QString& name, std::string bytes)
{
    const QString why = m_files->add({name.toStdString(), std::move(bytes)});
    if (!why.isEmpty())
        Q_EMIT filesRefused(why);
}

void Composer::showTextMenu(const QPoint& globalPosition, const QTextCursor& at)
{
    QMenu* menu = m_edit->createStandardContextMenu();
    menu->setObjectName(QStringLiteral("composerTextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!m_edit->isReadOnly())
        addSpelling(*menu, at);
    menu->popup(globalPosition);
}

void Composer::addSpelling(QMenu& menu, const QTextCursor& at)
{
    const QString words = m_edit->toPlainText();
    for (const WordSpan& span : wordsToSpell(words)) {
        const QString word = words.mid(span.start, span.length);
        if (at.position() < span.start || at.position() > span.start + span.length || !m_spelling.isWrong(word))
            continue;
        QAction* first = menu.actions().constFirst();
        auto* waiting = new QAction(tr("Looking for suggestions…"), &menu);
        waiting->setEnabled(false);
        auto* add = new QAction(tr("Add “%1” to the dictionary").arg(word), &menu);
        add->setObjectName(QStringLiteral("addToDictionary"));
        connect(add, &QAction::triggered, this, [this, word] { m_spelling.addWord(word); });
        menu.insertActions(first, {waiting, add});
        menu.insertSeparator(first);
        m_spelling.suggest(
            word, [this, span, waiting = QPointer(waiting), open = QPointer(&menu)](const QStringList& suggestions) {
                if (!open || !waiting)
                    return;
                for (const QString& suggestion : suggestions) {
                    auto* action = new QAction(suggestion, open);
                    connect(action, &QAction::triggered, this,
                            [this, span, suggestion] { m_edit->replaceWords(span.start, span.length, suggestion); });
                    open->insertAction(waiting, action);
                }
                waiting->setText(tr("No suggestions"));
                waiting->setVisible(suggestions.isEmpty());
            });
        return;
    }
}

void Composer::fillChoices(QMenu& menu)
{
    menu.clear();
    QAction* spelling = menu.addAction(tr("Check spelling"));
    spelling->setCheckable(true);
    spelling->setChecked(m_spelling.isOn());
    spelling->setEnabled(m_context.speller);
    connect(spelling, &QAction::toggled, this, [this](bool on) { m_spelling.setOn(on); });
    QMenu* undo = menu.addMenu(tr("Time to take a reply back"));
    const int now = int(undoSendTime(m_context.state).count());
    for (const int wait : {0, 5, 10}) {
        QAction* choice = undo->addAction(wait == 0 ? tr("None: send at once") : tr("%1 s").arg(wait));
        choice->setCheckable(true);
        choice->setChecked(wait == now);
        connect(choice, &QAction::triggered, this,
                [this, wait] { m_context.state.setString(undoSendKey, QString::number(wait)); });
    }
}

QString Composer::spellingWords() const
{
    const QLocale locale(m_spelling.dictionary());
    const QString language = QLocale::languageToString(locale.language());
    return m_spelling.isOn() ? tr("%1 · spelling on").arg(language) : tr("%1 · spelling off").arg(language);
}

}
