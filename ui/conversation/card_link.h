#pragma once

#include "ui/shared/theme.h"

#include <QAbstractButton>

namespace signalbox {

// A sentence that leads somewhere: on as many lines as it needs, underlined under the pointer and with the keyboard. Its
// context menu copies it.
class CardLink : public QAbstractButton {
    Q_OBJECT

public:
    CardLink(Theme& theme, const QString& sentence, const QString& objectName, QWidget* parent = nullptr);

    void setLook(TextStyle style, ThemeColor color);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    Theme& m_theme;
    QString m_sentence;
    TextStyle m_style = TextStyle::Secondary;
    ThemeColor m_color = ThemeColor::TextMuted;
};

}
