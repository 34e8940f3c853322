#include "ui/shared/inline_message.h"

#include "ui/shared/buttons.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct KindLook {
    ThemeColor ink, tint;
    QString icon;
};

KindLook lookOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Good:
        return {ThemeColor::Good, ThemeColor::GoodTint, u"check"_s};
    case MessageKind::Warning:
        return {ThemeColor::Warn, ThemeColor::WarnTint, u"warning"_s};
    case MessageKind::Bad:
        return {ThemeColor::Bad, ThemeColor::BadTint, u"warning"_s};
    case MessageKind::Info:
        break;
    }
    return {ThemeColor::Accent, ThemeColor::AgentTint, u"info"_s};
}

}

InlineMessage::InlineMessage(Theme& theme, MessageKind kind, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_kind(kind),
      m_icon(new QLabel(this)),
      m_text(newLabel({}, theme)),
      m_links(new QHBoxLayout),
      m_close(newIconButton(theme, u"close"_s, tr("Dismiss"), u"dismissMessage"_s, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12), theme.px(3), theme.px(4), theme.px(3));
    row->setSpacing(theme.px(8));
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(theme.px(26));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_links);
    row->addWidget(m_close);
    m_close->hide();
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(&theme, &Theme::changed, this, &InlineMessage::restyle);
    restyle();
}

void InlineMessage::setKind(MessageKind kind)
{
    m_kind = kind;
    restyle();
}

void InlineMessage::setText(const QString& whatHappened, const QString& why)
{
    m_what = whatHappened;
    m_why = why;
    restyle();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString InlineMessage::text() const { return m_why.isEmpty() ? m_what : m_what + u' ' + m_why; }

void InlineMessage::setLinks(const QList<std::pair<QString, QString>>& namesAndTexts)
{
    while (QLayoutItem* item = m_links->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->setObjectName({});
        item->widget()->hide();
        delete item;
    }
    for (const auto& [name, words] : namesAndTexts) {
        QPushButton* link = newLink(words, name, this);
        connect(link, &QPushButton::clicked, this, [this, link] { Q_EMIT linkActivated(link->objectName()); });
        m_links->addWidget(link);
    }
}

void InlineMessage::setDismissable(bool dismissable) { m_close->setVisible(dismissable); }

void InlineMessage::restyle()
{
    const KindLook look = lookOf(m_kind);
    m_icon->setPixmap(m_theme.pixmap(look.icon, look.ink, m_theme.px(16), devicePixelRatioF()));
    // The label's own words: foreign parts are escaped, so this is the one place that may use markup.
    m_text->setTextFormat(Qt::RichText);
    m_text->setText(
        u"<span style=\"font-weight:600\">%1</span> %2"_s.arg(m_what.toHtmlEscaped(), m_why.toHtmlEscaped()));
    m_text->setAccessibleName(text());
    update();
}

void InlineMessage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.px(6), m_theme.color(lookOf(m_kind).tint), Qt::transparent);
}

}
