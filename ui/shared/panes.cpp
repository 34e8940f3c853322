#include "ui/shared/panes.h"

#include "ui/shared/elided_label.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

class Line : public QWidget {
public:
    Line(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.color(ThemeColor::Line)); }

private:
    Theme& m_theme;
};

class KeyCap : public QWidget {
public:
    KeyCap(Theme& theme, const QString& key, QWidget* parent) : QWidget(parent), m_theme(theme), m_key(key)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    }
    QSize sizeHint() const override
    {
        const int words = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(m_key);
        return {std::max(words + m_theme.px(10), m_theme.px(18)), m_theme.px(18)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintBox(painter, rect(), m_theme.px(4), m_theme.color(ThemeColor::Raised), m_theme.color(ThemeColor::Line));
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.setPen(m_theme.color(ThemeColor::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter, m_key);
    }

private:
    Theme& m_theme;
    QString m_key;
};

}

PaneHeader::PaneHeader(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_row(new QHBoxLayout),
      m_title(new ElidedLabel(theme, TextStyle::PaneTitle)),
      m_detail(new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted))
{
    setLayout(m_row);
    m_row->setContentsMargins(theme.px(16), 0, theme.px(16), 1);
    m_row->setSpacing(theme.px(12));
    m_row->addWidget(m_title);
    m_row->addWidget(m_detail);
    m_row->addStretch(1);
    m_title->setText(title);
    const auto resize = [this, &theme] { setFixedHeight(theme.px(48)); };
    connect(&theme, &Theme::changed, this, resize);
    resize();
}

void PaneHeader::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme.color(ThemeColor::Line));
}

void PaneHeader::setTitle(const QString& title) { m_title->setText(title); }

void PaneHeader::setDetail(const QString& detail) { m_detail->setText(detail); }

void PaneHeader::addRight(QWidget* widget) { m_row->addWidget(widget); }

CardSection::CardSection(Theme& theme, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_total(newLabel({}, theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_content(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    column->setSpacing(theme.px(6));
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel(title, theme, TextStyle::SectionLabel, ThemeColor::TextMuted), 1);
    head->addWidget(m_total);
    column->addLayout(head);
    m_content->setSpacing(theme.px(4));
    column->addLayout(m_content);
}

void CardSection::setTotal(const QString& total) { m_total->setText(total); }

void CardSection::setLastInCard(bool last)
{
    m_last = last;
    update();
}

void CardSection::paintEvent(QPaintEvent*)
{
    if (!m_last)
        QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme.color(ThemeColor::Line));
}

QWidget* newLine(Theme& theme, QWidget* parent) { return new Line(theme, parent); }

QWidget* newKeyCap(Theme& theme, const QString& key, QWidget* parent) { return new KeyCap(theme, key, parent); }

QSplitter* newSplitter(Qt::Orientation orientation, const QString& objectName, QWidget* parent)
{
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(objectName);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

void addPaneTop(QVBoxLayout& column, Theme& theme, const QString& title, const QString& purpose, QWidget* parent)
{
    auto* top = new QVBoxLayout;
    top->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(4));
    top->setSpacing(theme.px(4));
    top->addWidget(newLabel(title, theme, TextStyle::PageTitle, ThemeColor::Text, parent));
    top->addWidget(newParagraph(purpose, theme, TextStyle::Body, ThemeColor::TextMuted, parent));
    column.addLayout(top);
}

}
