#include "ui/conversation/transcript_search.h"

#include "ui/conversation/transcript_view.h"
#include "ui/shared/buttons.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace signalbox {

TranscriptSearch::TranscriptSearch(Theme& theme, TranscriptModel& model, TranscriptView& view, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_model(model),
      m_view(view),
      m_words(new QLineEdit(this)),
      m_count(newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this))
{
    setObjectName(QStringLiteral("transcriptSearch"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(24), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(8));
    m_words->setObjectName(QStringLiteral("transcriptSearchWords"));
    m_words->setPlaceholderText(tr("Search in this conversation"));
    m_words->setAccessibleName(tr("Search in this conversation"));
    m_words->setMaxLength(200);
    m_words->setClearButtonEnabled(false);
    m_words->installEventFilter(this);
    row->addWidget(m_words, 1);
    m_count->setObjectName(QStringLiteral("transcriptSearchCount"));
    row->addWidget(m_count);
    QToolButton* before = newIconButton(theme, QStringLiteral("chevron-up"), tr("Previous (Shift+F3)"),
                                        QStringLiteral("searchPrevious"), this);
    QToolButton* after
        = newIconButton(theme, QStringLiteral("chevron-down"), tr("Next (F3)"), QStringLiteral("searchNext"), this);
    QToolButton* close = newIconButton(theme, QStringLiteral("close"), tr("Close the search (Esc)"),
                                       QStringLiteral("searchClose"), this);
    for (QToolButton* button : {before, after, close})
        row->addWidget(button);
    connect(before, &QToolButton::clicked, this, [this] { step(-1); });
    connect(after, &QToolButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, &TranscriptSearch::dismiss);
    connect(m_words, &QLineEdit::textChanged, this, &TranscriptSearch::search);
    connect(&model, &QAbstractItemModel::modelReset, this, &TranscriptSearch::search);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TranscriptSearch::refind);
    hide();
}

void TranscriptSearch::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    search();
    Q_EMIT opened();
}

void TranscriptSearch::dismiss()
{
    hide();
    m_view.setMarked({});
    m_view.setFocus(Qt::OtherFocusReason);
}

void TranscriptSearch::setMoreToLoad(bool more)
{
    m_more = more;
    showCount();
}

void TranscriptSearch::search()
{
    if (isHidden())
        return;
    m_view.setMarked(m_words->text());
    m_at = -1;
    refind();
    m_at = m_hits.size() - 1;   // the newest
    showHit();
}

// Further rows: the one that is shown stays the one that is shown.
void TranscriptSearch::refind()
{
    if (isHidden())
        return;
    const QPersistentModelIndex shown = m_hits.value(m_at);
    const QString words = m_words->text();
    m_hits.clear();
    for (int row = 0; row < m_model.rowCount() && !words.isEmpty(); ++row)
        if (m_model.kindAt(row) != TranscriptModel::RowKind::Day
            && QString::fromStdString(m_model.messageAt(row).text).contains(words, Qt::CaseInsensitive))
            m_hits.append(m_model.index(row));
    m_at = m_hits.indexOf(shown);
    showCount();
}

void TranscriptSearch::step(int rows)
{
    if (m_hits.isEmpty())
        return;
    m_at = (m_at + rows + m_hits.size()) % m_hits.size();
    showHit();
}

void TranscriptSearch::showHit()
{
    showCount();
    if (const QPersistentModelIndex hit = m_hits.value(m_at); hit.isValid()) {
        m_view.setCurrentIndex(hit);
        m_view.scrollTo(hit, QAbstractItemView::PositionAtCenter);
    }
}

void TranscriptSearch::showCount()
{
    const QString more = m_more ? tr(" so far") : QString();
    if (m_words->text().isEmpty())
        m_count->clear();
    else if (m_hits.isEmpty())
        m_count->setText(tr("Not found") + more);
    else
        m_count->setText(tr("%1 of %2", "which message of those found").arg(m_at + 1).arg(m_hits.size()) + more);
}

bool TranscriptSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool back = key->modifiers().testFlag(Qt::ShiftModifier);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        step(back ? -1 : 1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void TranscriptSearch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ThemeColor::Raised));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(ThemeColor::Line));
}

}
