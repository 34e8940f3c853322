#pragma once

#include "ui/shared/theme.h"

#include <QAbstractButton>

namespace signalbox {

// A figure large, with its interval in words beside it. Clicked, it asks for the rows behind it.
class BigFigure : public QAbstractButton {
    Q_OBJECT

public:
    explicit BigFigure(Theme& theme, QWidget* parent = nullptr);

    // `words`: "somewhere from 69 to 90 %"; a thin figure is muted.
    void setFigure(const QString& value, const QString& words, bool thin);
    QString words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QFont bigFont() const;

    Theme& m_theme;
    QString m_words;
    bool m_thin = false;
};

}
