#include "ui/conversation/composer_text.h"

#include "ui/shared/theme.h"

#include <QBuffer>
#include <QContextMenuEvent>
#include <QImage>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace signalbox {
namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 8;

QStringList filesIn(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

QByteArray pngOf(const QMimeData& data)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    qvariant_cast<QImage>(data.imageData()).save(&buffer, "PNG");
    return bytes;
}

}

ComposerText::ComposerText(const Theme& theme, QWidget* parent) : QPlainTextEdit(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("messageText"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::textChanged, this, &ComposerText::fitHeight);
}

void ComposerText::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && lines < mostLines; block = block.next())
        lines += std::max(1, block.layout()->lineCount());
    const int high
        = m_theme.lineHeight(TextStyle::MessageText) * std::clamp(lines, fewestLines, mostLines) + m_theme.px(12);
    if (height() != high)
        setFixedHeight(high);
}

void ComposerText::insertWords(const QString& words)
{
    QTextCursor cursor = textCursor();
    cursor.insertText(words);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void ComposerText::replaceWords(int start, int length, const QString& words)
{
    QTextCursor cursor(document());
    cursor.setPosition(start);
    cursor.setPosition(start + length, QTextCursor::KeepAnchor);
    cursor.insertText(words);
    setTextCursor(cursor);
    ensureCursorVisible();
}

bool ComposerText::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || (m_filesWelcome && (source->hasImage() || !filesIn(*source).isEmpty()));
}

void ComposerText::insertFromMimeData(const QMimeData* source)
{
    const QStringList files = m_filesWelcome ? filesIn(*source) : QStringList();
    if (!files.isEmpty())
        Q_EMIT filesGiven(files);
    else if (m_filesWelcome && source->hasImage() && !source->hasText())
        Q_EMIT pictureGiven(pngOf(*source));
    else if (source->hasText())
        insertWords(source->text());
}

void ComposerText::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuWanted(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos(),
                      byKey ? textCursor() : cursorForPosition(event->pos()));
}

void ComposerText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

}
