#include "ui/conversation/composer.h"

#include "ui/conversation/canned_text.h"
#include "ui/conversation/completion_popup.h"
#include "ui/conversation/composer_highlighter.h"
#include "ui/conversation/composer_text.h"
#include "ui/conversation/file_chips.h"
#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int typingEvery = 3000;   // milliseconds
constexpr int nearTheEnd = 200;     // characters

}

Composer::Composer(const PageContext& context, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_theme(context.theme),
      m_spelling(context.speller, context.state),
      m_reply(newSmallButton(tr("Reply"), QStringLiteral("writeReply"), this)),
      m_note(newSmallButton(tr("Internal note"), QStringLiteral("writeNote"), this)),
      m_language(newLink({}, QStringLiteral("spellingSwitch"), this)),
      m_edit(new ComposerText(m_theme, this)),
      m_files(new FileChips(m_theme, this)),
      m_attach(
          newIconButton(m_theme, QStringLiteral("attach"), tr("Attach a file"), QStringLiteral("attachFile"), this)),
      m_canned(newLink(tr("/ Canned reply"), QStringLiteral("cannedReply"), this)),
      m_smile(newIconButton(m_theme, QStringLiteral("smile"), tr("Emoji (Ctrl+;)"), QStringLiteral("openEmoji"), this)),
      m_more(newIconButton(m_theme, QStringLiteral("more"), tr("How you write here"), QStringLiteral("composerChoices"),
                           this)),
      m_hint(new ElidedLabel(m_theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_send(newPrimaryButton(tr("Send"), QStringLiteral("sendMessage"), this)),
      m_take(newPrimaryButton({}, QStringLiteral("takeConversation"), this)),
      m_completion(new CompletionPopup(
          m_theme, *m_edit, [this](QChar sign, const QString& letters) { return completions(sign, letters); })),
      m_quiet(new QTimer(this))
{
    setObjectName(QStringLiteral("composer"));
    build();
    new ComposerHighlighter(m_edit->document(), m_theme, m_spelling);
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(typingEvery);
    m_edit->installEventFilter(this);
    connectParts();
    refresh();
}

Composer::~Composer()
{
    // Its last words are not for a composer that is half gone.
    m_edit->disconnect(this);
    m_files->disconnect(this);
}

void Composer::connectParts()
{
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_edit, &ComposerText::filesGiven, this, &Composer::readFiles);
    connect(m_edit, &ComposerText::pictureGiven, this,
            [this](const QByteArray& png) { addFile(tr("Picture.png"), png.toStdString()); });
    connect(m_edit, &ComposerText::menuWanted, this, &Composer::showTextMenu);
    connect(m_files, &FileChips::changed, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(m_reply, &QPushButton::toggled, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    connect(m_take, &QPushButton::clicked, this, &Composer::takeWanted);
    connect(m_attach, &QToolButton::clicked, this, &Composer::askForFile);
    connect(m_canned, &QPushButton::clicked, this, [this] {
        takeKeyboard();
        const QString before = m_edit->toPlainText().left(m_edit->textCursor().position());
        insert(before.isEmpty() || before.back().isSpace() ? QStringLiteral("/") : QStringLiteral(" /"));
    });
    connect(m_smile, &QToolButton::clicked, this, [this] { handleKey(Qt::Key_Semicolon, Qt::ControlModifier); });
    connect(m_completion, &CompletionPopup::taken, this, &Composer::complete);
    connect(m_language, &QPushButton::clicked, this, [this] { m_spelling.setOn(!m_spelling.isOn()); });
    connect(&m_spelling, &SpellingChecker::learned, this, &Composer::refresh);
}

void Composer::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_theme.px(8), m_theme.px(8), m_theme.px(8), m_theme.px(8));
    layout->setSpacing(m_theme.px(4));
    layout->addLayout(buildHead());
    setTextStyle(*m_edit, m_theme, TextStyle::MessageText);
    m_edit->setFilesWelcome(true);
    m_edit->fitHeight();
    layout->addWidget(m_edit);
    layout->addWidget(m_files);
    layout->addWidget(newLine(m_theme, this));
    layout->addLayout(buildFoot());
}

QHBoxLayout* Composer::buildHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(4));
    auto* group = new QButtonGroup(this);
    for (QPushButton* kind : {m_reply, m_note}) {
        kind->setCheckable(true);
        group->addButton(kind);
        head->addWidget(kind);
    }
    m_reply->setChecked(true);
    head->addStretch();
    head->addWidget(m_language);
    return head;
}

QHBoxLayout* Composer::buildFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, m_theme.px(4), 0, 0);
    foot->setSpacing(m_theme.px(8));
    auto* choices = new QMenu(m_more);
    choices->setObjectName(QStringLiteral("composerMenu"));
    connect(choices, &QMenu::aboutToShow, this, [this, choices] { fillChoices(*choices); });
    connect(m_more, &QToolButton::clicked, this,
            [this, choices] { choices->popup(m_more->mapToGlobal(QPoint(0, -choices->sizeHint().height()))); });
    for (QWidget* part : {static_cast<QWidget*>(m_attach), static_cast<QWidget*>(m_canned),
                          static_cast<QWidget*>(m_smile), static_cast<QWidget*>(m_more)})
        foot->addWidget(part);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    m_hint->setAlignment(Qt::AlignRight);
    foot->addWidget(m_hint, 1);
    foot->addWidget(newKeyCap(m_theme, tr("Ctrl+Enter"), this));
    foot->addWidget(m_send);
    foot->addWidget(m_take);
    return foot;
}

QString Composer::blocked() const { return m_note->isChecked() ? m_rights.noteBlocked : m_rights.replyBlocked; }

QString Composer::notReady() const
{
    if (m_note->isChecked())
        return {};
    const QString words = m_edit->toPlainText().trimmed();
    if (const QList<Gap> gaps = gapsIn(words); !gaps.isEmpty())
        return tr("Fill in %1 first").arg(gaps.front().attribute);
    const qsizetype over = m_mostCharacters > 0 ? words.size() - m_mostCharacters : 0;
    return over > 0 ? tr("%n characters too many", nullptr, int(over)) : QString();
}

QString Composer::hint() const
{
    if (m_note->isChecked())
        return tr("Not sent to the visitor");
    if (const QString why = notReady(); !why.isEmpty())
        return why;
    const qsizetype left = m_mostCharacters - m_edit->toPlainText().size();
    return m_mostCharacters > 0 && left <= nearTheEnd ? tr("%n characters left", nullptr, int(left)) : QString();
}

void Composer::refresh()
{
    const bool note = m_note->isChecked();
    const QString why = blocked();
    const bool mayWrite = why.isEmpty();
    m_edit->setReadOnly(!mayWrite);
    m_edit->setFilesWelcome(mayWrite && !note);
    m_edit->setPlaceholderText(!mayWrite  ? why
                                   : note ? tr("Only your colleagues will read this. @ calls one of them.")
                                          : tr("Write a reply"));
    m_edit->setAccessibleName(note ? tr("Internal note") : tr("Reply"));
    m_edit->setAccessibleDescription(why);
    m_hint->setText(hint());
    m_hint->setLook(TextStyle::Secondary, notReady().isEmpty() ? ThemeColor::TextMuted : ThemeColor::Bad);
    m_send->setText(note ? tr("Add note") : tr("Send"));
    m_send->setEnabled(mayWrite && notReady().isEmpty()
                       && (!m_edit->toPlainText().trimmed().isEmpty() || (!note && !m_files->files().empty())));
    m_send->setToolTip(notReady().toHtmlEscaped());
    for (QWidget* part : {static_cast<QWidget*>(m_attach), static_cast<QWidget*>(m_canned)})
        part->setEnabled(mayWrite && !note);
    m_attach->setToolTip(note ? tr("Files go with replies only") : tr("Attach a file"));
    m_smile->setEnabled(mayWrite);
    m_files->setVisible(!note && !m_files->files().empty());
    m_language->setText(spellingWords());
    m_language->setVisible(m_context.speller && mayWrite && !m_spelling.dictionary().isEmpty());
    m_take->setText(m_rights.take);
    m_take->setVisible(!m_rights.take.isEmpty() && !note);
    m_send->setVisible(!m_take->isVisibleTo(this));
    update();
}

void Composer::textChanged()
{
    const QString typed = words();
    if (typed == m_lastText)
        return;   // only its look changed
    m_lastText = typed;
    m_spelling.check(typed);
    refresh();
    Q_EMIT edited();
    if (!typed.isEmpty() && !m_note->isChecked() && !m_quiet->isActive() && m_edit->hasFocus()) {
        m_quiet->start();
        Q_EMIT typing();
    }
}

void Composer::setRights(const Rights& rights)
{
    m_rights = rights;
    refresh();
}

void Composer::setKnown(Values known, const QString& language, int mostCharacters)
{
    m_known = std::move(known);
    m_mostCharacters = mostCharacters;
    m_spelling.setLanguage(language);
    refresh();
}

// As typed: QPlainTextEdit would turn blanks that do not break into ones that do.
QString Composer::words() const
{
    QString words = m_edit->document()->toRawText();
    for (QChar& c : words)
        if (c == QChar::ParagraphSeparator)
            c = u'\n';
    return words;
}

bool Composer::isNote() const { return m_note->isChecked(); }

Composer::Draft Composer::draft() const { return {words(), m_note->isChecked(), m_files->files()}; }

void Composer::setDraft(const Draft& draft)
{
    const QSignalBlocker quiet(this);   // whoever puts a draft in knows it
    m_completion->dismiss();
    writeNote(draft.note);
    m_lastText = draft.text;
    m_edit->setPlainText(draft.text);
    m_edit->moveCursor(QTextCursor::End);
    m_files->setFiles(draft.files);
    m_spelling.check(draft.text);
    refresh();
}

void Composer::writeNote(bool note) { (note ? m_note : m_reply)->setChecked(true); }

void Composer::takeKeyboard() { m_edit->setFocus(Qt::OtherFocusReason); }

void Composer::insert(const QString& words) { m_edit->insertWords(words); }

void Composer::send()
{
    if (!m_send->isEnabled())
        return;
    Draft written = draft();
    while (!written.text.isEmpty() && written.text.back().isSpace())
        written.text.chop(1);
    if (written.note)
        written.files.clear();
    Q_EMIT sendWanted(written);
}

void Composer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = m_edit->hasFocus();
    const bool note = m_note->isChecked();
    painter.setPen(QPen(m_theme.color(focus ? ThemeColor::Focus : ThemeColor::Control), focus ? 2 : 1));
    painter.setBrush(m_theme.color(note ? ThemeColor::NoteTint : ThemeColor::Panel));
    const qreal inset = focus ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(6), m_theme.px(6));
}

}
