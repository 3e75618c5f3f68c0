/** The large view. The script fills it with a copy of the card's content. */
export const VIEWER = `<dialog class="view" aria-label="Large view">
<div class="viewbar">
<div class="who"><strong></strong> <span class="count"></span></div>
<div class="modes" role="group" aria-label="How to compare">
<button type="button" data-mode="after" aria-pressed="true">Result</button>
<button type="button" data-mode="slide" aria-pressed="false">Slider</button>
<button type="button" data-mode="side" aria-pressed="false">Side by side</button>
</div>
<a class="save" download>Save</a>
<button type="button" class="close" aria-label="Close">✕</button>
</div>
<div class="stage" tabindex="-1">
<div class="pair">
<figure class="pane then"><img alt="Reference"><figcaption>Reference</figcaption></figure>
<figure class="pane now"><img alt="Result"><figcaption>Result</figcaption></figure>
<span class="line"></span>
<input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the reference shows">
</div>
<button type="button" class="step back" aria-label="Previous picture">‹</button>
<button type="button" class="step on" aria-label="Next picture">›</button>
</div>
<aside class="side"></aside>
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> pictures <kbd>C</kbd> compare <kbd>Esc</kbd> close</p>
</dialog>`;
