#include "ui/conversation/emoji_picker.h"

#include "ui/conversation/emoji.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

EmojiPicker::EmojiPicker(Theme& theme, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_theme(theme), m_search(new QLineEdit(this)), m_grid(new QListWidget(this))
{
    setObjectName(QStringLiteral("emojiPicker"));
    setAccessibleName(tr("Emoji"));
    setSurface(*this, theme, ThemeColor::Raised);
    makeField(*this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    column->setSpacing(theme.px(8));
    m_search->setObjectName(QStringLiteral("emojiSearch"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    column->addWidget(m_search);
    m_grid->setObjectName(QStringLiteral("emojiGrid"));
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_grid);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_grid, &QListWidget::itemClicked, this, &EmojiPicker::take);
}

void EmojiPicker::openAbove(const QWidget& anchor)
{
    const int cell = m_theme.px(34);
    QFont large = m_theme.font(TextStyle::PageTitle);
    m_grid->setFont(large);
    m_grid->setGridSize({cell, cell});
    m_search->clear();
    fill();
    resize(cell * 8 + m_theme.px(40), m_theme.px(280));
    QPoint corner = anchor.mapToGlobal(QPoint(0, -height() - m_theme.px(4)));
    if (const QScreen* screen = anchor.screen()) {
        const QRect room = screen->availableGeometry();
        corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - width())));
        corner.setY(std::max(corner.y(), room.top()));
    }
    move(corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::fill()
{
    m_grid->clear();
    for (const Emoji& emoji : emojiFor(m_search->text())) {
        auto* item = new QListWidgetItem(emoji.sign, m_grid);
        item->setTextAlignment(Qt::AlignCenter);
        const QString name = emoji.words.section(u' ', 0, 0);
        item->setToolTip(name);
        item->setData(Qt::AccessibleTextRole, name);
    }
    m_grid->setCurrentRow(0);
}

void EmojiPicker::take()
{
    const QListWidgetItem* item = m_grid->currentItem();
    const QString sign = item ? item->text() : QString();
    close();
    if (!sign.isEmpty())
        Q_EMIT taken(sign);
}

bool EmojiPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int across = std::max(1, m_grid->viewport()->width() / std::max(1, m_grid->gridSize().width()));
    const auto move
        = [this](int step) { m_grid->setCurrentRow(std::clamp(m_grid->currentRow() + step, 0, m_grid->count() - 1)); };
    switch (key) {
    case Qt::Key_Left:
        move(-1);
        return true;
    case Qt::Key_Right:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-across);
        return true;
    case Qt::Key_Down:
        move(across);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

}
