#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QLabel;

namespace signalbox {

class ElidedLabel;

// What the knowledge would answer, with its source. It is put into the composer only when the agent takes it.
class SuggestionBar : public QFrame {
    Q_OBJECT

public:
    explicit SuggestionBar(Theme& theme, QWidget* parent = nullptr);

    void suggest(const QString& answer, const QString& source);
    void withdraw();
    bool isOffering() const { return !m_answer.isEmpty(); }
    void take();

Q_SIGNALS:
    void taken(const QString& answer);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    QLabel* m_icon;
    ElidedLabel* m_source;
    QLabel* m_words;
    QString m_answer;
};

}
