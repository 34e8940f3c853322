#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace signalbox {

class Theme;

// A small searchable grid of emoji, over the window. Typing narrows it, arrows move in it, Enter takes, Escape closes.
class EmojiPicker : public QFrame {
    Q_OBJECT

public:
    explicit EmojiPicker(Theme& theme, QWidget* parent = nullptr);

    void openAbove(const QWidget& anchor);

Q_SIGNALS:
    void taken(const QString& sign);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void take();

    Theme& m_theme;
    QLineEdit* m_search;
    QListWidget* m_grid;
};

}
