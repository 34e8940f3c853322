#pragma once

#include "ui/shared/theme.h"

#include <QSplitter>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace signalbox {

class ElidedLabel;

// The head of a pane, 48 high: title, a muted detail, and room for buttons at the right. A line beneath.
class PaneHeader : public QWidget {
    Q_OBJECT

public:
    PaneHeader(Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setDetail(const QString& detail);
    void addRight(QWidget* widget);
    QHBoxLayout* row() const { return m_row; }   // title, detail, stretch, what was added

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QHBoxLayout* m_row;
    ElidedLabel* m_title;
    ElidedLabel* m_detail;
};

// A section of a card: muted label, a count at the right, then the content. A line beneath, no box in a box.
class CardSection : public QWidget {
    Q_OBJECT

public:
    CardSection(Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTotal(const QString& total);
    void setLastInCard(bool last);   // no line beneath
    QVBoxLayout* content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QLabel* m_total;
    QVBoxLayout* m_content;
    bool m_last = false;
};

// The top of a page of settings or rules: its title and one paragraph that says what it is for.
void addPaneTop(QVBoxLayout& column, Theme& theme, const QString& title, const QString& purpose, QWidget* parent);
// A 1 px line across.
QWidget* newLine(Theme& theme, QWidget* parent = nullptr);
// A small key: "Ctrl+K".
QWidget* newKeyCap(Theme& theme, const QString& key, QWidget* parent = nullptr);
// A splitter with 1 px lines; Qt makes thin ones easy to grab.
QSplitter* newSplitter(Qt::Orientation orientation, const QString& objectName, QWidget* parent = nullptr);

}
