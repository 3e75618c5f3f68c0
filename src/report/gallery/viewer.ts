/** The large view. The script fills it with a copy of the card's content. */
export const VIEWER = `<dialog class="view" aria-label="Large view">
<div class="room">
<div class="viewbar">
<div class="who"><strong></strong> <span class="count"></span></div>
<div class="modes" role="group" aria-label="How to compare">
<button type="button" data-mode="after" aria-pressed="true">Result</button>
<button type="button" data-mode="slide" aria-pressed="false">Slider</button>
<button type="button" data-mode="side" aria-pressed="false">Side by side</button>
<button type="button" data-mode="blink" aria-pressed="false">Blink</button>
</div>
<div class="zoom" role="group" aria-label="Zoom">
<button type="button" data-zoom="out" aria-label="Zoom out">−</button>
<button type="button" class="level" title="Fit or 100 %">Fit</button>
<button type="button" data-zoom="in" aria-label="Zoom in">+</button>
</div>
<div class="acts">
<button type="button" class="star" aria-pressed="false" aria-label="Star" title="Star (S)">★</button>
<button type="button" class="reject" aria-pressed="false" aria-label="Reject" title="Reject (X)">✕</button>
<button type="button" class="pin" aria-pressed="false" title="Keep this picture to compare others with (P)">Pin</button>
<button type="button" class="full" title="Full screen (F)">Full screen</button>
<a class="save" download>Save</a>
</div>
<button type="button" class="close" aria-label="Close">✕</button>
</div>
<div class="stage" tabindex="-1">
<div class="pair">
<figure class="pane then"><img alt="Reference" draggable="false"><figcaption>Reference</figcaption></figure>
<figure class="pane now"><img alt="Result" draggable="false"><figcaption>Result</figcaption></figure>
<span class="line"></span>
<input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the other picture shows">
</div>
<button type="button" class="step back" aria-label="Previous picture">‹</button>
<button type="button" class="step on" aria-label="Next picture">›</button>
</div>
<aside class="side" tabindex="0" aria-label="About this picture"></aside>
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> pictures <kbd>↑</kbd> <kbd>↓</kbd> takes <kbd>+</kbd> <kbd>−</kbd> zoom <kbd>0</kbd> fit <kbd>1</kbd> 100 % <kbd>C</kbd> compare <kbd>P</kbd> pin <kbd>S</kbd> star <kbd>X</kbd> reject <kbd>F</kbd> full screen <kbd>Esc</kbd> close</p>
</div>
</dialog>
<dialog class="spec" aria-label="Copy as spec">
<form method="dialog">
<h2>Copy as spec</h2>
<p class="forms" role="radiogroup" aria-label="What to copy">
<label><input type="radio" name="form" value="keep" checked> <span>Keep the starred takes</span></label>
<label><input type="radio" name="form" value="force"> <span>Make the rejected ones again</span></label>
<label><input type="radio" name="form" value="only"> <span>Only the starred ones</span></label>
<label><input type="radio" name="form" value="shown"> <span>Only those that are shown</span></label>
</p>
<p class="hint"></p>
<textarea readonly rows="9" spellcheck="false" aria-label="Text to copy"></textarea>
<p class="ends"><button type="button" class="clear">Remove all marks</button> <button type="button" class="take-it">Copy</button> <button type="submit">Close</button></p>
</form>
</dialog>`;
