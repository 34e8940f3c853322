#include "ui/conversation/completion_popup.h"

#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int mostShown = 8;
constexpr int longestWord = 40;

}

CompletionPopup::CompletionPopup(Theme& theme, QPlainTextEdit& field, Source source)
    : QFrame(&field), m_theme(theme), m_field(field), m_source(std::move(source)), m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("completions"));
    setSurface(*this, theme, ThemeColor::Raised);
    makeField(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    column->addWidget(m_list);
    hide();
    field.installEventFilter(this);
    connect(&field, &QPlainTextEdit::textChanged, this, &CompletionPopup::follow);
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, &CompletionPopup::follow);
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::take);
}

void CompletionPopup::dismiss()
{
    m_dismissedAt = m_start;
    hide();
}

void CompletionPopup::follow()
{
    const QTextCursor cursor = m_field.textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int at = int(before.size());
    while (at > 0 && !before[at - 1].isSpace() && before.size() - at < longestWord)
        --at;
    const QString word = before.mid(at);
    const int start = cursor.block().position() + at;
    if (word.isEmpty() || cursor.hasSelection() || !m_field.hasFocus() || m_field.isReadOnly()
        || start == m_dismissedAt) {
        if (start != m_dismissedAt || word.isEmpty())
            m_dismissedAt = -1;
        hide();
        return;
    }
    const QList<Completion> fitting = m_source(word.front(), word.mid(1));
    m_dismissedAt = -1;
    m_sign = word.front();
    m_start = start;
    m_list->clear();
    for (const Completion& entry : fitting) {
        auto* item = new QListWidgetItem(
            entry.detail.isEmpty() ? entry.title
                                   : tr("%1   %2", "a completion and what it says").arg(entry.title, entry.detail),
            m_list);
        item->setData(Qt::UserRole, entry.key);
        item->setToolTip(entry.detail.toHtmlEscaped());
    }
    m_list->setCurrentRow(0);
    place();
    setVisible(!fitting.isEmpty());
    raise();
}

void CompletionPopup::place()
{
    QWidget* window = m_field.window();
    if (parentWidget() != window)
        setParent(window);
    const int row = m_theme.px(30);
    const int high = std::min(m_list->count(), mostShown) * row + 4;
    const int wide = std::min(window->width(), m_theme.px(420));
    const QRect caret = m_field.cursorRect();
    QPoint corner = m_field.viewport()->mapTo(window, caret.topLeft()) - QPoint(m_theme.px(8), high + m_theme.px(4));
    corner.setX(std::clamp(corner.x(), 0, window->width() - wide));
    if (corner.y() < 0)
        corner.setY(m_field.viewport()->mapTo(window, caret.bottomLeft()).y() + m_theme.px(4));
    setGeometry(QRect(corner, QSize(wide, high)));
}

void CompletionPopup::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    const int length = m_field.textCursor().position() - m_start;
    hide();
    if (item)
        Q_EMIT taken(m_sign, item->data(Qt::UserRole).toString(), m_start, length);
}

bool CompletionPopup::handleKey(int key)
{
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(0, row - 1));
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(m_list->count() - 1, row + 1));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        take();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut)
        hide();
    if (isOpen() && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (event->type() == QEvent::ShortcutOverride && key->key() == Qt::Key_Escape) {
            event->accept();   // Escape belongs to the list, not to the window
            return true;
        }
        if (event->type() == QEvent::KeyPress && key->modifiers() == Qt::NoModifier && handleKey(key->key()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

}
